#!/bin/sh
# SPDX-License-Identifier: MIT
# Makes the documents of all samples, and of a made-up county, and plants
# faults in them.
# mutate.sh GONGKAI MUTATE FOLDER N
set -e
gongkai=$1 mutate=$2 out=$3 n=$4
rm -rf "$out"
python3 tests/county/make_county.py --units 6 "$out/county"
set --
for sample in samples/*/ "$out/county/"; do
	folder=$out/docs/$(basename "$sample")
	# findings of level 错误 are no reason to stop: status 1
	"$gongkai" build -q -f doc -o "$folder" "$sample" || test $? -eq 1
	set -- "$@" -i "$sample"
	for document in "$folder"/*/*.doc.xml; do
		set -- "$@" "$document"
	done
done
exec "$mutate" "$n" 1 "$@"
