import java.util.zip.ZipFile

String log = new File(basedir, 'build.log').text
String accept = "'mvn process-classes spanloom:check -Dspanloom.baseline.write' and commit the file."
assert log.contains('Spanloom: 1 span in 1 class, all woven; see ')

assert log.contains('[SPL228] Baseline ')
assert log.contains(' To write it, run ' + accept)
assert log.contains('Spanloom: wrote src/main/spanloom/spans.json; commit it.')
assert log.contains('Spanloom: spans and attributes match src/main/spanloom/spans.json.')
assert log.contains("[SPL222] Span 'Orders.place' was renamed to 'order.place', in shop.Orders.place(String).")
assert log.contains("[SPL226] Attribute 'order.id' of span 'order.place' was renamed to 'order', in shop.Orders.place(String).")
assert log.contains('2 differences from the baseline src/main/spanloom/spans.json; to accept them, run ' + accept)

File report = new File(basedir, 'target/spanloom')
assert new File(report, 'spans.json').text.contains('"woven": true')
assert new File(report, 'spans.html').text.contains('../generated-sources/annotations/shop/Orders_Spans.java')
assert new File(basedir, 'target/generated-sources/annotations/shop/Orders_Spans.json').exists()
assert !new File(basedir, 'src/main/spanloom/spans.json').text.contains('woven')
ZipFile jar = new ZipFile(new File(basedir, 'target/reports-spans-and-checks-baseline-1.jar'))
assert jar.entries().collect { it.name }.findAll { it.endsWith('.json') || it.endsWith('.java') } == []
return true
