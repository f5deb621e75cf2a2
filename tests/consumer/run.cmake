# Installs into a fresh prefix, looks for what should be there, builds the stranger and runs it.
cmake_minimum_required(VERSION 3.25)
set(place "${BUILD}/consumer")
file(REMOVE_RECURSE "${place}")
function(run)
  execute_process(COMMAND ${ARGN} RESULT_VARIABLE status OUTPUT_VARIABLE output ERROR_VARIABLE output)
  if(status)
    message(FATAL_ERROR "${ARGN}\n${output}")
  endif()
  set(output "${output}" PARENT_SCOPE)
endfunction()

run(${CMAKE_COMMAND} --install "${BUILD}" --prefix "${place}/prefix")
foreach(file bin/sihu include/sihu/calendar/date.hpp share/man/man1/sihu.1.gz
    share/man/man1/sihu-check-run.1.gz share/man/zh_CN/man1/sihu.1.gz share/man/zh_CN/man1/sihu-check-run.1.gz
    share/bash-completion/completions/sihu share/zsh/vendor-completions/_sihu
    share/fish/vendor_completions.d/sihu.fish share/sihu/templates/minimal)
  if(NOT EXISTS "${place}/prefix/${file}")
    message(FATAL_ERROR "not installed: ${file}")
  endif()
endforeach()
run("${place}/prefix/bin/sihu" --version)
run(${CMAKE_COMMAND} -S "${CMAKE_CURRENT_LIST_DIR}" -B "${place}/build" "-DCMAKE_PREFIX_PATH=${place}/prefix"
  "-DCMAKE_CXX_COMPILER=${COMPILER}" "-DCMAKE_BUILD_TYPE=${CONFIG}")
run(${CMAKE_COMMAND} --build "${place}/build")
run("${place}/build/stranger" 2026-10-14)
if(NOT output STREQUAL "2026Q4 第五党支部  2026-10-29\n")
  message(FATAL_ERROR "the stranger said: ${output}")
endif()
