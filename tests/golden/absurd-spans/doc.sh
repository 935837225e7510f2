# The document, to stdout.
echo '<doc title="absurd" lang="zh-CN"><styles href="../../../templates/base/styles.xml"/>'
echo '<section id="s" page-style="tables" counted="yes" shown="yes">'
echo '<table id="t" style="public"><column kind="name"/><column kind="amount"/><row><cell rowspan="9999" colspan="9999">甲</cell><cell>乙</cell></row><row><cell column="7">丙</cell><cell>1.00</cell></row></table>'
echo '</section>'
echo '</doc>'
