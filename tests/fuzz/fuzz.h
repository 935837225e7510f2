/* SPDX-License-Identifier: MIT */
/*
 * What a fuzz target defines. Each target includes this and lower floors.
 */
#ifndef TESTS_FUZZ_FUZZ_H
#define TESTS_FUZZ_FUZZ_H

#include <stddef.h>
#include <stdint.h>

/* Works on one input; returns 0, or -1 to keep it out of the corpus. The name
 * is libFuzzer's, which has no header of its own for C. */
int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t n);

#endif
