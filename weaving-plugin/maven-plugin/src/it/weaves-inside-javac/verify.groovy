String log = new File(basedir, 'build.log').text
assert log.count('[SPL098] 1 traced method in 1 class.') == 2
assert !log.contains('Spanloom: wove')
return true
