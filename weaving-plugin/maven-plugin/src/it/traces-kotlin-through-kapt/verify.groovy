String log = new File(basedir, 'build.log').text
assert log.contains('Spanloom: wove 6 methods in 4 classes; 0 classes already woven.')
return true
