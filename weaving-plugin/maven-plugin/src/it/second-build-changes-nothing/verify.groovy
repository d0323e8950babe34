String log = new File(basedir, 'build.log').text
assert log.contains('Spanloom: wove 1 method in 1 class; 0 classes already woven.')
assert log.contains('Spanloom: wove 0 methods in 0 classes; 1 class already woven.')
return true
