String log = new File(basedir, 'build.log').text
assert log.contains('Spanloom: wove 1 methods in 1 classes; 0 classes were woven already.')
assert log.contains('Spanloom: wove 0 methods in 0 classes; 1 classes were woven already.')
return true
