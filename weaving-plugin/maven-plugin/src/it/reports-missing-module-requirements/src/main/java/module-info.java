module it.shop {
  requires static io.spanloom;
}
