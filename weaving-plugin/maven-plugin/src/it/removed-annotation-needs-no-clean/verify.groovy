String log = new File(basedir, 'build.log').text
assert !new File(basedir, 'src/main/java/shop/Orders.java').text.contains('  @Traced')
assert log.contains('Spanloom: wove 2 methods in 2 classes; 0 classes already woven.')
assert log.contains('Spanloom: wove 1 method in 1 class; 0 classes already woven.')
assert !new File(basedir, 'target/classes/shop/Orders_Spans.class').exists()
return true
