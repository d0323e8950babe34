String log = new File(basedir, 'build.log').text
assert log.contains('spanloom:weave')
assert log.contains('User property: spanloom.skip')
return true
