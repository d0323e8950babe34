assert new File(basedir, 'build.log').text.contains('Spanloom: wove 1 method in 1 class')
return true
