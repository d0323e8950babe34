String log = new File(basedir, 'build.log').text
assert log.contains('Spanloom: weaving is skipped')
assert !log.contains('Spanloom: wove')
return true
