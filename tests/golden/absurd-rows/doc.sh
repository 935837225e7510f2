# The document, to stdout.
echo '<doc title="absurd" lang="zh-CN"><styles href="../../../templates/base/styles.xml"/>'
echo '<section id="s" page-style="tables" counted="yes" shown="yes">'
echo '<table id="t" style="public"><column kind="seq"/><column kind="amount"/><row kind="head"><cell role="column-head">序号</cell><cell role="column-head">预算数</cell></row>'
seq 10000 | sed 's|.*|<row><cell>&</cell><cell>1.00</cell></row>|'
echo '</table>'
echo '</section>'
echo '</doc>'
