# SPDX-License-Identifier: MIT
#
# How the code is written: floors, self-contained headers, links, sizes, format.

gongkai_test_entry(floors style
  ${Python3_EXECUTABLE} tests/floors.py ${PROJECT_SOURCE_DIR})
gongkai_test_entry(floors/self-test style
  ${Python3_EXECUTABLE} tests/floors.py --self-test)

# Links within the pages of the project.
gongkai_test_entry(links style ${Python3_EXECUTABLE} tests/links.py)

# The Chinese pages say what the English ones say.
gongkai_test_entry(translations style
  ${Python3_EXECUTABLE} tests/translations.py)
gongkai_test_entry(translations/self-test style
  ${Python3_EXECUTABLE} tests/translations.py --self-test)

# Each header compiles alone.
get_property(internal GLOBAL PROPERTY GONGKAI_INTERNAL)
gongkai_test_entry(headers style
  ${CMAKE_COMMAND} --build ${CMAKE_BINARY_DIR}
  --target all_verify_interface_header_sets ${internal})
set_tests_properties(headers PROPERTIES RUN_SERIAL TRUE)

# Each module links with what it says it uses: a program of nothing but the
# whole module.
get_property(modules GLOBAL PROPERTY GONGKAI_MODULES)
file(WRITE ${CMAKE_CURRENT_BINARY_DIR}/link.c
  "int main(void)\n{\n\treturn 0;\n}\n")
foreach(target IN LISTS modules)
  add_executable(link_${target} ${CMAKE_CURRENT_BINARY_DIR}/link.c)
  target_link_libraries(link_${target} PRIVATE
    $<LINK_LIBRARY:WHOLE_ARCHIVE,${target}>)
endforeach()

# Files stay readable: at most 800 lines, a header 250.
gongkai_test_entry(sizes style
  sh -c "! find generator tests -name '*.[ch]' | xargs wc -l | awk '
    $2 != \"total\" && $1 > ($2 ~ /h$/ ? 250 : 800)' | grep .")

# Format, by the version of clang-format that Debian 12 has: others differ.
find_program(CLANG_FORMAT NAMES clang-format-14 clang-format REQUIRED)
set(find_sources
  "find generator tests -name '*.[ch]' | sort | xargs ${CLANG_FORMAT}")
gongkai_test_entry(format style
  sh -c "${find_sources} --dry-run -Werror")
add_custom_target(format
  COMMAND sh -c "${find_sources} -i"
  WORKING_DIRECTORY ${PROJECT_SOURCE_DIR}
  COMMENT "Formatting all sources"
  VERBATIM)
