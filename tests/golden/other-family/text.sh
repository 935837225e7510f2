# The words of a document: a row a line, its cells parted by |; spans as (columns×rows).
sed -n '/<section/,$p' "$1" | sed -E '
s/ +$//
s/<cell[^>]*colspan="([0-9]+)"[^>]*rowspan="([0-9]+)"[^>]*>/(\1×\2)/
s/<cell[^>]*colspan="([0-9]+)"[^>]*>/(\1×1)/
s/<cell[^>]*rowspan="([0-9]+)"[^>]*>/(1×\1)/
s/<row[^>]*kind="([a-z]+)"[^>]*>/@\1 /
s/<row[^>]*>/@/
s/<column [^>]*>//
s/<cell[^>]*\/>/|/
s/<\/cell>/|/
s/<[^>]*>//g
s/^\t+//' | awk '/^@/ { if (line != "") print line; line = substr($0, 2); next }
/\|$/ { line = line $0; next }
{ if (line != "") print line; line = ""; if ($0 != "") print }
END { if (line != "") print line }'
