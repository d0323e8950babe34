package io.spanloom.telemetry.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class SecretNamesTest {

  private static final Pattern WORD = Pattern.compile("`([\\w. ]+)`");

  @ParameterizedTest
  @ValueSource(
      strings = {
        "password",
        "userPassword",
        "user_password",
        "USER-PASSWORD",
        "db.dbpassword",
        "clientSecrets",
        "accesstoken",
        "http.request.header.authorization",
        "http.request.header.proxy-authorization",
        "http.request.header.cookie",
        "http.response.header.set-cookie",
        "http.request.header.x-api-key",
        "http.request.header.x-amz-security-token",
        "rpc.grpc.request.metadata.authorization",
        "db.query.parameter.password",
        "credit_card",
        "creditCards",
        "pass",
        "db.pass",
        "smtp_pass",
        "dbpass",
        "auth",
        "proxy.auth",
        "auth.tokens",
        "bearer",
        "bearer.value",
        "otp",
        "user.otp.code",
        "totp",
        "accessTokens",
        "accesstokens",
        "refresh_tokens",
        "privatekey",
        "privatekeys",
        "secretkey",
        "tls.privateKeys",
        "auth.code",
        "oauth2.code",
        "verificationCode",
        "security_code",
        "password2",
        "old_passwords",
        "userAPIKey",
        "JWTToken",
        "SMTPPass",
        "api.keys",
        "cardNumber",
        "gen_ai.input.messages",
        "gen_ai.output.messages",
        "gen_ai.system_instructions",
        "gen_ai.prompt",
        "gen_ai.prompt.0.content",
        "gen_ai.completion",
        "gen_ai.completion.0.content",
        "gen_ai.completion.0.tool_calls.0.arguments",
        "gen_ai.tool.call.arguments",
        "gen_ai.tool.call.result",
        "gen_ai.tool.definitions",
        "gen_ai.retrieval.query.text",
        "gen_ai.retrieval.documents",
        "llm.input_messages.0.message.content",
        "input.value",
        "output.value",
        "traceloop.entity.input",
        "process.command_line",
        "process.command_args"
      })
  void recognizesSecretsAndContent(String key) {
    assertThat(SecretNames.hasKey(key)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "gen_ai.usage.input_tokens",
        "gen_ai.usage.output_tokens",
        "gen_ai.request.max_tokens",
        "gen_ai.token.type",
        "gen_ai.prompt.name",
        "ai.usage.total_tokens",
        "ai.prompt.phase",
        "ai.cost.estimated_usd",
        "token.count",
        "aws.secretsmanager.secret.arn",
        "k8s.secret.name",
        "exception.message",
        "exception.type",
        "exception.stacktrace",
        "rpc.jsonrpc.error_message",
        "messaging.message.id",
        "messaging.message.body.size",
        "http.request.body.size",
        "http.route",
        "url.full",
        "db.query.text",
        "code.function.name",
        "session.id",
        "user.name",
        "shipping.address",
        "mapping.key",
        "code",
        "http.response.status_code",
        "rpc.grpc.status_code",
        "error.code",
        "country.code",
        "currencyCode",
        "zip_code",
        "code.file.path",
        "author",
        "authority",
        "auth.method",
        "authentication.scheme",
        "oauth.provider",
        "tokens",
        "input_tokens",
        "gen_ai.usage.inputtokens",
        "maxTokens",
        "test.pass.rate",
        "passenger",
        "compass",
        "primary.key",
        "publickey",
        "keyspace",
        "spinner",
        "laptop",
        "bypass",
        "secretary",
        "tokenizer"
      })
  void recognizesOtherNames(String key) {
    assertThat(SecretNames.hasKey(key)).isFalse();
  }

  @Test
  void agreesWithDocumentation() throws IOException {
    List<String> secrets = documented("A secret");
    assertThat(secrets).hasSizeGreaterThan(20).allMatch(word -> SecretNames.hasKey("x." + word));

    List<String> content = documented("Content");
    content.removeAll(List.of("message"));
    assertThat(content).hasSizeGreaterThan(5).allMatch(word -> SecretNames.hasKey("x." + word));

    assertThat(documented("Harmless"))
        .hasSizeGreaterThan(20)
        .noneMatch(word -> SecretNames.hasKey("x.token." + word));
  }

  private static List<String> documented(String heading) throws IOException {
    String text = Files.readString(Path.of("../docs/attributes.md"));
    String item = text.substring(text.indexOf("- **" + heading + "**"));
    String words = item.substring(0, item.indexOf(heading.equals("Harmless") ? "\n\n" : "\n- **"));
    return WORD.matcher(words).results().map(found -> found.group(1)).collect(Collectors.toList());
  }
}
