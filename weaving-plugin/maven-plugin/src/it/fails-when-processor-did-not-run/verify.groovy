String log = new File(basedir, 'build.log').text
assert log.contains('[SPL202]')
assert log.contains('spanloom-processor')
assert !log.contains('\tat ')
return true
