String log = new File(basedir, 'build.log').text
assert log.contains('[SPL098]')
assert log.count('Spanloom: wove 1 methods in 1 classes; 0 classes were woven already.') == 2
return true
