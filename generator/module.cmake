# SPDX-License-Identifier: MIT
#
# module(): one static library per folder of generator/.
#
#   module(write/pdf
#     SOURCES  object.c pdf.c         explicit, in alphabetical order
#     HEADERS  pdf.h                  what other folders may include
#     INTERNAL object.h               what only this folder may include
#     USES     base font pages write  modules of lower floors
#     LIBS     lib::haru lib::deflate third-party libraries
#   )
#
# The target is the folder's path with _ for / (write_pdf).  The include root
# is generator/, so one writes #include "base/arena.h".  Everything is linked
# PRIVATE: who calls a module names it.  Each header compiles alone; one that
# shows types of a third party is INTERNAL, because others do not have it.

set(GONGKAI_FLOORS_FILE ${CMAKE_CURRENT_LIST_DIR}/FLOORS)
set_property(DIRECTORY APPEND PROPERTY
  CMAKE_CONFIGURE_DEPENDS ${GONGKAI_FLOORS_FILE})
file(STRINGS ${GONGKAI_FLOORS_FILE} GONGKAI_FLOORS REGEX "^[0-9]")

# add_floors(): the present folder's subfolders in the order of FLOORS.
function(add_floors)
  foreach(row IN LISTS GONGKAI_FLOORS)
    string(REGEX REPLACE "^[0-9]+ +([a-z/]+).*" "\\1" folder ${row})
    if(EXISTS ${CMAKE_CURRENT_SOURCE_DIR}/${folder}/CMakeLists.txt)
      add_subdirectory(${folder})
    endif()
  endforeach()
endfunction()

# module_target(out folder): the name of a folder's target.
function(module_target out folder)
  string(REPLACE "/" "_" target ${folder})
  set(${out} ${target} PARENT_SCOPE)
endfunction()

# module_floor(out folder): the floor of a folder by generator/FLOORS.
function(module_floor out folder)
  foreach(row IN LISTS GONGKAI_FLOORS)
    if(row MATCHES "^([0-9]+) +([a-z/]+)( |$)"
        AND folder STREQUAL CMAKE_MATCH_2)
      set(${out} ${CMAKE_MATCH_1} PARENT_SCOPE)
      return()
    endif()
  endforeach()
  message(FATAL_ERROR "generator/FLOORS has no row for ${folder}")
endfunction()

# module_internal(folder target): the target <target>_internal compiles each
# INTERNAL header alone, with what the module is linked to.
macro(module_internal folder target)
  set(alone "")
  foreach(header IN LISTS arg_INTERNAL)
    set(source ${CMAKE_CURRENT_BINARY_DIR}/alone/${header}.c)
    file(CONFIGURE OUTPUT ${source}
      CONTENT "#include \"${folder}/${header}\"\n")
    list(APPEND alone ${source})
  endforeach()
  add_library(${target}_internal OBJECT EXCLUDE_FROM_ALL ${alone})
  target_include_directories(${target}_internal PRIVATE
    ${PROJECT_SOURCE_DIR}/generator)
  target_link_libraries(${target}_internal PRIVATE
    gongkai_options ${arg_LIBS})
  set_property(GLOBAL APPEND PROPERTY GONGKAI_INTERNAL ${target}_internal)
endmacro()

function(module folder)
  cmake_parse_arguments(PARSE_ARGV 1 arg "" "" "SOURCES;HEADERS;INTERNAL;USES;LIBS")
  if(arg_UNPARSED_ARGUMENTS)
    message(FATAL_ERROR "module(${folder}): ${arg_UNPARSED_ARGUMENTS}?")
  endif()
  module_target(target ${folder})
  module_floor(floor ${folder})

  add_library(${target} STATIC ${arg_SOURCES})
  set_target_properties(${target} PROPERTIES LINKER_LANGUAGE C)
  target_sources(${target} PUBLIC FILE_SET HEADERS
    BASE_DIRS ${PROJECT_SOURCE_DIR}/generator
    FILES ${arg_HEADERS})
  target_link_libraries(${target}
    PUBLIC gongkai_options
    PRIVATE ${arg_LIBS})

  if(arg_INTERNAL)
    module_internal(${folder} ${target})
  endif()

  foreach(used IN LISTS arg_USES)
    module_floor(below ${used})
    if(NOT below LESS floor AND NOT folder MATCHES "^${used}/")
      message(FATAL_ERROR "${folder} (floor ${floor}) may not use ${used} "
        "(floor ${below}): generator/FLOORS")
    endif()
    module_target(used_target ${used})
    if(TARGET ${used_target})
      target_link_libraries(${target} PRIVATE ${used_target})
    else()
      message(WARNING "${folder} uses ${used}, which is not there yet")
    endif()
  endforeach()
  set_property(GLOBAL APPEND PROPERTY GONGKAI_MODULES ${target})
endfunction()
