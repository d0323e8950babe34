assert !new File(basedir, 'build.log').text.contains('SPL2')
return true
