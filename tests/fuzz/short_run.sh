#!/bin/sh
# SPDX-License-Identifier: MIT
#
# short_run.sh TARGET RUNS SEEDS: a libFuzzer target over its seeds and RUNS
# changes of them, the same each time. What fails is kept beside the target.
set -eu
found=$1.found
rm -rf "$found"
mkdir "$found"
exec "$1" -seed=1 -runs="$2" -timeout=60 -rss_limit_mb=3000 \
	-artifact_prefix="$1-" "$found" "$3"
