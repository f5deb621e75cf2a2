# Writes a C++ source that holds every file below ROOT as text: cmake -DROOT= -DFILES= -DOUTPUT= -P embed.cmake
cmake_minimum_required(VERSION 3.25)

set(source "#include \"tools/demo/templates.hpp\"\n\nnamespace sihu {\nnamespace {\n\n")
set(table "")
set(count 0)
string(REPLACE "|" ";" FILES "${FILES}")
foreach(path IN LISTS FILES)
  # As hexadecimal: CMake's own text reading loses brackets and semicolons.
  file(READ "${ROOT}/${path}" bytes HEX)
  string(REGEX REPLACE "(................................)" "\\1\n" bytes "${bytes}")
  string(REGEX REPLACE "([0-9a-f][0-9a-f])" "0x\\1," bytes "${bytes}")
  string(APPEND source "constexpr unsigned char file_${count}[] = {\n${bytes}0x00};\n\n")
  string(APPEND table "    {\"${path}\", file_${count}, sizeof(file_${count}) - 1},\n")
  math(EXPR count "${count} + 1")
endforeach()
string(APPEND source "constexpr EmbeddedFile files[] = {\n${table}};\n\n}  // namespace\n\n"
  "std::span<const EmbeddedFile> embedded_templates() {\n  return files;\n}\n\n}  // namespace sihu\n")
file(WRITE "${OUTPUT}" "${source}")
