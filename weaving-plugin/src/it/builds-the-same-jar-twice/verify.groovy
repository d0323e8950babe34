File first = new File(basedir, 'first.jar')
File second = new File(basedir, 'target/builds-the-same-jar-twice-1.jar')
assert first.bytes == second.bytes
assert new File(basedir, 'build.log').text.count('Spanloom: wove 1 methods in 1 classes') == 2
return true
