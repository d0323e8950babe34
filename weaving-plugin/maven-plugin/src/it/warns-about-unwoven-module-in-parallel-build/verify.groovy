String log = new File(basedir, 'build.log').text
assert log.count('[SPL213]') == 1
assert log.find('SPL213.*').contains('unwoven')
assert log.count('Spanloom: wove 1 method in 1 class') == 2
return true
