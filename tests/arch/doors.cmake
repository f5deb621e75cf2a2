# One door per package: who includes its headers, as "header prefix|files that may".
cmake_minimum_required(VERSION 3.25)
set(doors
  "CLI/|^tools/cli/parser\\.cpp$"
  "yaml-cpp/|^lib/gate/"
  "yaml\\.h|^lib/gate/"
  "rapidjson/|^lib/gate/"
  "nettle/|^lib/base/sha256\\.cpp$"
  "sodium|^lib/base/(base64|ed25519|sealed_box)\\.cpp$"
  "utf8proc|^lib/wording/(width|letters)\\.cpp$"
  "gmp|^lib/base/rational\\.hpp$"
  "archive|^lib/store/libarchive\\.hpp$|^tests/unit/store/archive_test\\.cpp$"
  "xlsxwriter|^lib/store/libxlsxwriter\\.hpp$"
  "kainjow/|^lib/report/filled\\.cpp$"
  "cctz/|^lib/store/clock\\.cpp$"
  "absl/|^lib/store/clock\\.cpp$"
  "termios|^tools/terminal/|^tests/support/"
  "curses|^tools/terminal/libncursesw\\.hpp$"
  "iconv|^lib/gate/"
  "pugixml|^lib/gate/xml\\.cpp$"
  "doctest/|^tests/"
  "rapidcheck|^tests/property/|^tests/support/")
file(GLOB_RECURSE files RELATIVE "${CMAKE_CURRENT_SOURCE_DIR}"
  lib/*.hpp lib/*.cpp tools/*.hpp tools/*.cpp tests/*.hpp tests/*.cpp)
set(faults 0)
foreach(file IN LISTS files)
  file(STRINGS ${file} includes REGEX "^#include <")
  foreach(include IN LISTS includes)
    foreach(door IN LISTS doors)
      string(REGEX MATCH "^([^|]+)\\|(.*)$" _ "${door}")
      set(header "${CMAKE_MATCH_1}")
      set(may "${CMAKE_MATCH_2}")
      if(include MATCHES "^#include <${header}" AND NOT file MATCHES "${may}")
        message("${file}: not its door: ${include}")
        math(EXPR faults "${faults}+1")
      endif()
    endforeach()
  endforeach()
endforeach()
if(faults)
  message(FATAL_ERROR "${faults} includes go around a door")
endif()
