# Flags as a target to link, never as global variables: who links sihu_flags gets our warnings.
add_library(sihu_flags INTERFACE)
target_compile_features(sihu_flags INTERFACE cxx_std_20)
target_compile_options(sihu_flags INTERFACE
  -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wold-style-cast -Wnon-virtual-dtor
  # Optimising, g++ 12 sees an overlap in "literal" + string (GCC bug 105651) and unset members in
  # aggregates with defaults where there are none. clang and the sanitizers watch over both.
  $<$<CXX_COMPILER_ID:GNU>:-Wno-restrict>
  $<$<CXX_COMPILER_ID:GNU>:-Wno-maybe-uninitialized>
  $<$<BOOL:${SIHU_WERROR}>:-Werror>)
if(SIHU_SANITIZE)
  add_compile_options(-fsanitize=${SIHU_SANITIZE} -fno-omit-frame-pointer -fno-sanitize-recover=all
    # RapidJSON's stack adds to a null pointer when it first grows; clang tells, and it is harmless.
    $<$<CXX_COMPILER_ID:Clang>:-fno-sanitize=pointer-overflow>)
  add_link_options(-fsanitize=${SIHU_SANITIZE})
endif()
