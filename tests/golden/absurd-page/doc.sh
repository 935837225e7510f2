# The document, to stdout.
echo '<doc title="absurd" lang="zh-CN"><styles href="../../../templates/base/styles.xml"/>'
echo '<styles><page name="text" width="40mm" height="50mm"/></styles>'
echo '<section id="s" page-style="text" counted="yes" shown="yes">'
echo '<p id="a" style="title">部门预算公开</p><p id="b" style="body">正文2024年1,234.56万元。</p>'
echo '</section>'
echo '</doc>'
