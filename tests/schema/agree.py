"""Schema and `sihu lint` judge the same documents: where they differ must be written in known.txt.

usage: agree.py SIHU SCHEMAS KNOWN FILE...
"""
import json
import pathlib
import shutil
import subprocess
import sys
import tempfile

import jsonschema
import yaml


class Loader(yaml.SafeLoader):
    """YAML as editors read it for a schema: dates stay texts, a key may not come twice."""


Loader.yaml_implicit_resolvers = {
    first: [(tag, pattern) for tag, pattern in resolvers if tag != "tag:yaml.org,2002:timestamp"]
    for first, resolvers in yaml.SafeLoader.yaml_implicit_resolvers.items()
}


def construct_mapping(loader, node, deep=False):
    keys = [str(key.value) for key, _ in node.value]
    if len(keys) != len(set(keys)):
        raise yaml.YAMLError("duplicate key")
    return yaml.SafeLoader.construct_mapping(loader, node, deep)


Loader.add_constructor("tag:yaml.org,2002:map",
                       lambda loader, node: construct_mapping(loader, node, True))


def kind_of(document):
    if isinstance(document, list):
        return "answers"
    for key, kind in [("sihu", "organisation"), ("calendar", "calendar"), ("answers", "answers"),
                      ("checklist", "checklist"), ("plan", "plan"), ("rubric", "rubric"),
                      ("bank", "bank"), ("paper", "paper"), ("course", "course"),
                      ("register", "register")]:
        if isinstance(document, dict) and key in document:
            return kind
    return None


def unique(pairs):
    if len(pairs) != len(dict(pairs)):
        raise ValueError("duplicate key")
    return dict(pairs)


def refuse(constant):
    raise ValueError(constant)


def load(path):
    text = path.read_bytes().decode("utf-8-sig")
    if path.suffix == ".json":
        return json.loads(text, object_pairs_hook=unique, parse_constant=refuse)
    return yaml.load(text, Loader)


def schema_says(path, schemas):
    try:
        document = load(path)
    except (yaml.YAMLError, UnicodeDecodeError, RecursionError, ValueError, TypeError):
        return False
    kind = kind_of(document)
    if kind is None:
        return False
    validator = jsonschema.Draft202012Validator(schemas[kind],
                                                format_checker=jsonschema.FormatChecker())
    return validator.is_valid(document)


def lint_says(path, program, workspace):
    if path.parent.name == "bad_input":
        path = pathlib.Path(shutil.copy(path, workspace))
    run = subprocess.run([program, "lint", "--now", "2026-10-12", "--lang", "en", "--format", "json",
                          path.name], cwd=path.parent, capture_output=True, check=False)
    if run.returncode not in (0, 1):
        raise SystemExit(f"{path}: sihu lint ended with {run.returncode}: {run.stderr.decode()}")
    return run.returncode == 0


def main():
    program, schema_folder, known_file, *files = sys.argv[1:]
    schemas = {path.name.split(".")[0]: json.loads(path.read_text(encoding="utf-8"))
               for path in pathlib.Path(schema_folder).glob("*.schema.json")}
    known = {line.split()[0] for line in pathlib.Path(known_file).read_text().splitlines()
             if line and not line.startswith("#")}
    seen = set()
    wrong = 0
    workspace = tempfile.mkdtemp()
    context = pathlib.Path(known_file).parents[1] / "bad_input" / "context"
    shutil.copytree(context, workspace, dirs_exist_ok=True)
    for file in map(pathlib.Path, files):
        schema, lint = schema_says(file, schemas), lint_says(file, program, workspace)
        if schema == lint:
            continue
        seen.add(file.name)
        if file.name not in known or (lint and not schema):
            wrong += 1
            print(f"{file}: schema says {'good' if schema else 'bad'}, "
                  f"sihu lint says {'good' if lint else 'bad'}")
    for name in sorted(known - seen):
        wrong += 1
        print(f"{known_file}: {name}: they agree now, delete the line")
    shutil.rmtree(workspace)
    print(f"{len(files)} documents, {wrong} disagreements")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
