#include "store/converter.hpp"

#include "store/files.hpp"
#include "store/program.hpp"
#include "store/system_error.hpp"

#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstdlib>
#include <filesystem>
#include <utility>
#include <vector>

namespace sihu {
namespace {

namespace fs = std::filesystem;

// A folder that nobody else can look into, gone with all that is in it.
class PrivateFolder {
 public:
  PrivateFolder() {
    const char* const given = std::getenv("TMPDIR");
    // mkdtemp puts letters in the place of the six X.
    std::string name = std::string(given && *given ? given : "/tmp") + "/sihu.XXXXXX";
    if (::mkdtemp(name.data())) path_ = name;
  }
  ~PrivateFolder() {
    std::error_code ignored;
    if (!path_.empty()) fs::remove_all(path_, ignored);
  }
  PrivateFolder(const PrivateFolder&) = delete;
  PrivateFolder& operator=(const PrivateFolder&) = delete;

  const fs::path& path() const { return path_; }

 private:
  fs::path path_;
};

struct Conversion {
  const char* format;                 ///< as people call it
  std::vector<std::string> programs;  ///< the first that this machine has
  Phrase remedy;
  std::string made;  ///< its name in the folder
  std::vector<std::string> (*arguments)(const fs::path& folder);
};

// A file that a program is given, by its name in the folder.
struct Given {
  std::string name;
  std::string_view bytes;
};

tl::unexpected<Failure> not_made(const Conversion& conversion, const std::string& program) {
  return fail(
      Kind::environment, "not-converted",
      phrase(Text{"{0} 没有做出 {1}", "{0} did not make the {1}"}, program, conversion.format),
      phrase(Text{"先写成 .html 或 .md", "write .html or .md instead"}));
}

Result<std::string> convert(const Conversion& conversion, const std::vector<Given>& files) {
  const PrivateFolder folder;
  if (folder.path().empty())
    return system_failure(
        "no-folder", phrase(Text{"建不成临时文件夹", "a temporary folder can't be made"}), errno);
  for (const Given& file : files)
    if (auto written = write_file_atomically(folder.path() / file.name, file.bytes, file.name);
        !written)
      return tl::unexpected(written.error());
  for (const std::string& program : conversion.programs) {
    std::vector<std::string> words = conversion.arguments(folder.path());
    words.insert(words.begin(), program);
    const auto end = run_program({std::move(words)});
    if (!end) continue;
    if (!end->good) return not_made(conversion, program);
    auto made = read_file(folder.path() / conversion.made, conversion.made);
    return made && !made->empty() ? made : not_made(conversion, program);
  }
  return fail(
      Kind::environment, "no-converter",
      phrase(Text{"做 {0} 要有 {1}，本机没有", "making {0} takes {1}, which this machine lacks"},
             conversion.format, conversion.programs.front()),
      conversion.remedy);
}

std::vector<std::string> for_chromium(const fs::path& folder) {
  std::vector<std::string> arguments{"--headless",
                                     "--disable-gpu",
                                     "--no-first-run",
                                     "--disable-background-networking",
                                     "--disable-component-update",
                                     "--disable-sync",
                                     "--host-resolver-rules=MAP * ~NOTFOUND",
                                     "--no-pdf-header-footer",
                                     "--user-data-dir=" + (folder / "profile").string(),
                                     "--print-to-pdf=" + (folder / "made.pdf").string(),
                                     "file://" + (folder / "page.html").string()};
  // Its sandbox refuses to run for root, and the page has no script.
  if (::geteuid() == 0) arguments.insert(arguments.begin(), "--no-sandbox");
  return arguments;
}

// With an empty line before each entry of a list it is a paragraph, in the letters of the text:
// else in those of the tables.
std::string with_loose_lists(std::string_view text) {
  std::string loose;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find('\n', at), text.size() - 1) + 1;
    const std::string_view line = text.substr(at, end - at);
    if (line.starts_with("- ") && at > 0) loose += '\n';
    loose += line;
    at = end;
  }
  return loose;
}

std::vector<std::string> for_pandoc(const fs::path& folder) {
  // Tables, and nothing that could reach beyond the text.
  return {"--from=markdown_strict+pipe_tables-raw_html", "--to=docx",
          "--reference-doc=" + (folder / "layout.docx").string(),
          "--output=" + (folder / "made.docx").string(), (folder / "page.md").string()};
}

}  // namespace

Result<std::string> pdf_of_html(std::string_view page) {
  return convert({"PDF",
                  {"chromium", "chromium-browser", "google-chrome", "google-chrome-stable"},
                  phrase(Text{"写成 .html，在浏览器里打印成 PDF",
                              "write .html and print it to PDF in a browser"}),
                  "made.pdf",
                  for_chromium},
                 {{"page.html", page}});
}

Result<std::string> docx_of_markdown(std::string_view text, std::string_view layout) {
  const std::string loose = with_loose_lists(text);
  return convert({"DOCX",
                  {"pandoc"},
                  phrase(Text{"装上 pandoc，或写成 .html 后用文字处理软件打开",
                              "install pandoc, or write .html and open it in a word processor"}),
                  "made.docx",
                  for_pandoc},
                 {{"page.md", loose}, {"layout.docx", layout}});
}

}  // namespace sihu
