String log = new File(basedir, 'build.log').text
assert log.contains('[SPL201]')
assert log.contains('shop.Orders$1')
return true
