# The document, to stdout.
echo '<doc title="absurd" lang="zh-CN"><styles href="../../../templates/base/styles.xml"/>'
echo '<section id="s" page-style="tables" counted="yes" shown="yes">'
echo '<table id="t" style="public"><column kind="seq"/><column kind="text"/><row><cell>1</cell><cell>'
yes 预算公开情况说明表一 | head -1000 | tr -d '\n'
echo '</cell></row></table>'
echo '</section>'
echo '</doc>'
