# SPDX-License-Identifier: MIT
#
# The third-party libraries, each as a target lib::<name>.  All of them are
# packages of Debian 12; ./bootstrap installs them.

find_package(PkgConfig REQUIRED)

# library(name package): lib::name is what pkg-config knows as package.
function(library name package)
  pkg_check_modules(${name} REQUIRED IMPORTED_TARGET GLOBAL ${package})
  add_library(lib::${name} ALIAS PkgConfig::${name})
endfunction()

library(deflate libdeflate)
library(fontconfig fontconfig)
library(harfbuzz harfbuzz)
library(harfbuzz-subset harfbuzz-subset)
library(icu icu-uc)
library(jansson jansson)
library(nettle nettle)
library(xlsxwriter xlsxwriter)
library(xml2 libxml-2.0)
library(zip libzip)

# libharu comes without a file for pkg-config.
find_library(HPDF_LIBRARY hpdf REQUIRED)
find_path(HPDF_INCLUDE_DIR hpdf.h REQUIRED)
add_library(lib::haru UNKNOWN IMPORTED GLOBAL)
set_target_properties(lib::haru PROPERTIES
  IMPORTED_LOCATION ${HPDF_LIBRARY}
  INTERFACE_INCLUDE_DIRECTORIES ${HPDF_INCLUDE_DIR})
