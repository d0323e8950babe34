String log = new File(basedir, 'build.log').text
assert log.contains('Spanloom: wove 3 methods in 3 classes; 0 classes already woven.')
return true
