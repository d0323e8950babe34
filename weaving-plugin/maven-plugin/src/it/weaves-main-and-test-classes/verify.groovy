String log = new File(basedir, 'build.log').text
assert log.contains('[SPL098]')
assert log.count('Spanloom: wove 1 method in 1 class; 0 classes already woven.') == 2
return true
