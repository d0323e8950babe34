String log = new File(basedir, 'build.log').text
assert log.contains('[SPL098] 1 traced method in 1 class.')
assert !log.contains('Orders_Spans.java')
return true
