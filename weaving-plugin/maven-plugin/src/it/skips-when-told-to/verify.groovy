String log = new File(basedir, 'build.log').text
assert log.contains('Spanloom: skipped')
assert !log.contains('Spanloom: wove')
return true
