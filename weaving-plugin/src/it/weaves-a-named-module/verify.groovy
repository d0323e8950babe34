assert new File(basedir, 'build.log').text.contains('Spanloom: wove 1 methods in 1 classes')
return true
