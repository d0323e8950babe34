package io.spanloom.telemetry.delivery;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManagerFactory;

/** A CA and a server certificate with their keys, created by the JDK's keytool. */
final class TestCertificate {

  private static final char[] PASSWORD = "changeit".toCharArray();

  private final KeyStore store;

  private TestCertificate(KeyStore store) {
    this.store = store;
  }

  /**
   * Creates a valid certificate.
   *
   * @param name the name of its key store
   * @param host the subject alternative name, such as {@code ip:127.0.0.1}
   */
  static TestCertificate create(Path folder, String name, String host) throws Exception {
    return create(folder.resolve(name + ".p12"), host, "-validity", "2");
  }

  /** Creates a certificate that expired yesterday. */
  static TestCertificate createExpired(Path folder, String name, String host) throws Exception {
    return create(folder.resolve(name + ".p12"), host, "-startdate", "-3d", "-validity", "2");
  }

  private static TestCertificate create(Path file, String host, String... validity)
      throws Exception {
    keytool(file, "ca", "-ext", "bc:c");
    List<String> options = new ArrayList<>(List.of(validity));
    options.addAll(List.of("-signer", "ca", "-ext", "san=" + host));
    keytool(file, "server", options.toArray(String[]::new));
    KeyStore store = KeyStore.getInstance("PKCS12");
    try (InputStream in = Files.newInputStream(file)) {
      store.load(in, PASSWORD);
    }
    return new TestCertificate(store);
  }

  private static void keytool(Path file, String alias, String... options) throws Exception {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-genkeypair",
                "-keyalg",
                "EC",
                "-storetype",
                "PKCS12",
                "-storepass",
                new String(PASSWORD),
                "-keystore",
                file.toString(),
                "-dname",
                "CN=" + alias,
                "-alias",
                alias));
    command.addAll(List.of(options));
    Process keytool = new ProcessBuilder(command).redirectErrorStream(true).start();
    String output = new String(keytool.getInputStream().readAllBytes(), US_ASCII);
    if (keytool.waitFor() != 0) {
      throw new IllegalStateException(output);
    }
  }

  /** Returns the CA's certificate in PEM format. */
  byte[] pem() {
    try {
      String encoded =
          Base64.getMimeEncoder().encodeToString(store.getCertificate("ca").getEncoded());
      return ("-----BEGIN CERTIFICATE-----\n" + encoded + "\n-----END CERTIFICATE-----\n")
          .getBytes(US_ASCII);
    } catch (GeneralSecurityException invalid) {
      throw new IllegalStateException(invalid);
    }
  }

  /** Returns a factory of sockets that present the server certificate and trust the CA. */
  SSLSocketFactory socketFactory() {
    try {
      KeyManagerFactory keys =
          KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
      keys.init(store, PASSWORD);
      TrustManagerFactory trust =
          TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
      trust.init(store);
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(keys.getKeyManagers(), trust.getTrustManagers(), null);
      return context.getSocketFactory();
    } catch (GeneralSecurityException invalid) {
      throw new IllegalStateException(invalid);
    }
  }
}
