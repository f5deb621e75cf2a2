# Flags as a target to link, never as global variables: who links sihu_flags gets our warnings.
add_library(sihu_flags INTERFACE)
target_compile_features(sihu_flags INTERFACE cxx_std_20)
target_compile_options(sihu_flags INTERFACE
  -Wall -Wextra -Wpedantic -Wconversion -Wold-style-cast -Wnon-virtual-dtor
  # Optimising, g++ 12 sees an overlap in "literal" + string (GCC bug 105651) and unset members in
  # aggregates with defaults where there are none. clang and the sanitizers watch over both.
  $<$<CXX_COMPILER_ID:GNU>:-Wno-restrict>
  $<$<CXX_COMPILER_ID:GNU>:-Wno-maybe-uninitialized>
  # In a group, a file's own name and its neighbour's variable.
  $<$<NOT:$<BOOL:${SIHU_UNITE}>>:-Wshadow>
  $<$<BOOL:${SIHU_WERROR}>:-Werror>)
if(SIHU_SANITIZE)
  add_compile_options(-fsanitize=${SIHU_SANITIZE} -fno-omit-frame-pointer -fno-sanitize-recover=all
    # RapidJSON's stack adds to a null pointer when it first grows; clang tells, and it is harmless.
    $<$<CXX_COMPILER_ID:Clang>:-fno-sanitize=pointer-overflow>)
  add_link_options(-fsanitize=${SIHU_SANITIZE})
endif()

# Flags of tests alone: what they check is optimised, they themselves need not be.
add_library(sihu_test_flags INTERFACE)
target_link_libraries(sihu_test_flags INTERFACE sihu_flags)
target_compile_options(sihu_test_flags INTERFACE -O0)
if(SIHU_SANITIZE MATCHES undefined)
  target_compile_options(sihu_test_flags INTERFACE -fno-sanitize=undefined)
endif()

# What nearly every file includes is read once per target: half of the time of a build. A compiler
# cache does better alone. Each file still includes what it uses: the clang preset builds without.
set(SIHU_USUAL_HEADERS)
foreach(header check/state document/checklist document/organisation ledger/ledger ledger/line problem/problem
    report/table store/files store/workspace)
  list(APPEND SIHU_USUAL_HEADERS "${PROJECT_SOURCE_DIR}/lib/${header}.hpp")
endforeach()
option(SIHU_PRECOMPILE "Read the usual standard headers once per target" ON)
function(sihu_precompile target)
  get_target_property(linked ${target} LINK_LIBRARIES)
  # Optimising, g++ 12 forgets which headers are the system's, and warns of what is in them.
  if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU" AND NOT "sihu_test_flags" IN_LIST linked)
    return()
  endif()
  if(SIHU_PRECOMPILE AND NOT CMAKE_CXX_COMPILER_LAUNCHER)
    target_precompile_headers(${target} PRIVATE
      <algorithm> <array> <charconv> <chrono> <cstdint> <cstring> <filesystem> <functional> <map> <memory>
      <optional> <ranges> <set> <sstream> <string> <string_view> <tuple> <unordered_map> <utility> <variant> <vector>
      <fmt/format.h> <gmpxx.h> <tl/expected.hpp> ${ARGN} ${SIHU_USUAL_HEADERS})
  endif()
endfunction()
