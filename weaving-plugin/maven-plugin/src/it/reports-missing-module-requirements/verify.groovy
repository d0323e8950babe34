String log = new File(basedir, 'build.log').text
assert log.contains('[SPL009]')
['io.opentelemetry.api', 'io.spanloom.runtime', 'org.aspectj.runtime'].each {
  assert log.contains("'requires ${it};'")
}
assert !log.contains('is not visible')
return true
