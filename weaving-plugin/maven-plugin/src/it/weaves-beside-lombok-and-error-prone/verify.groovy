// A forked javac does not pass on the note about woven methods; the test class asserts the span.
assert new File(basedir, 'target/classes/shop/Orders_Spans.class').file
assert !new File(basedir, 'build.log').text.contains('Orders_Spans.java')
return true
