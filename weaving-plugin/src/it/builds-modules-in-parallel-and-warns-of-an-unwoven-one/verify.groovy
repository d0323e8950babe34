String log = new File(basedir, 'build.log').text
assert log.count('[SPL213]') == 1
assert log.find('SPL213.*').contains('unwoven')
assert log.count('Spanloom: wove 1 methods in 1 classes') == 2
return true
