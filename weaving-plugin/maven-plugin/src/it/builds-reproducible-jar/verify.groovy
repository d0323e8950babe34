File first = new File(basedir, 'first.jar')
File second = new File(basedir, 'target/builds-reproducible-jar-1.jar')
assert first.bytes == second.bytes
assert new File(basedir, 'build.log').text.count('Spanloom: wove 1 method in 1 class') == 2
return true
