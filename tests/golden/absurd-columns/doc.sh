# The document, to stdout.
echo '<doc title="absurd" lang="zh-CN"><styles href="../../../templates/base/styles.xml"/>'
echo '<section id="s" page-style="tables" counted="yes" shown="yes">'
echo '<table id="t" style="public">'
yes '<column kind="amount" name="金额"/>' | head -200
echo '<row>'
yes '<cell>123456.78</cell>' | head -200
echo '</row></table>'
echo '</section>'
echo '</doc>'
