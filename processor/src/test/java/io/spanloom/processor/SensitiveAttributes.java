package io.spanloom.processor;

import io.spanloom.processor.check.Code;
import java.util.List;

/** Attributes that look like secrets or message content. */
final class SensitiveAttributes {

  static final List<InvalidSource> ALL =
      InvalidSource.list(
          InvalidSource.error(
              "secrets are redacted or explicitly allowed",
              Code.SENSITIVE_ATTRIBUTE,
              "looks like a secret, which everyone with access to the trace can read. Remove it, redact"
                  + " it (redact = HASH or MASK), or allow it (redact = NONE).",
              """
              package shop;
              import io.spanloom.SpanAttribute;
              import io.spanloom.SpanAttribute.Redact;
              import io.spanloom.Traced;
              class Orders {
                record User(String name, String apiKey, String passwordHash, String id) {}
                @Traced void keys(
                    @SpanAttribute(^"user.password") String a,
                    @SpanAttribute(^"ACCESS_TOKEN") String b,
                    @SpanAttribute(^"client-secret.value") String c,
                    @SpanAttribute(^"http.authorization") String d) {}
                @Traced void moreKeys(
                    @SpanAttribute(^"smtp_pass") String a,
                    @SpanAttribute(^"http.auth") String b,
                    @SpanAttribute(^"bearer") String c,
                    @SpanAttribute(^"login.otp") String d,
                    @SpanAttribute(^"oauth2.code") String e,
                    @SpanAttribute(^"accessTokens") String[] f,
                    @SpanAttribute(^"privatekey") String g,
                    @SpanAttribute(^"user.passwords") String h,
                    @SpanAttribute(^"password2") String i,
                    @SpanAttribute(^"userAPIKey") String j) {}
                @Traced void names(^@SpanAttribute String password, @SpanAttribute(^"k") String apiKey) {}
                @Traced void paths(@SpanAttribute(value = ^"k", from = "apiKey()") User a) {}
                @Traced void declared(
                    @SpanAttribute(value = "password", redact = Redact.NONE) String a,
                    @SpanAttribute(value = "token", redact = Redact.HASH) String b,
                    @SpanAttribute(value = "secret", redact = Redact.MASK) String c) {}
                @Traced void harmless(
                    @SpanAttribute("token.count") String a,
                    @SpanAttribute("gen_ai.usage.tokens") long b,
                    @SpanAttribute(value = "password.length", from = "length()") String password,
                    @SpanAttribute("tokenizer") String c,
                    @SpanAttribute("secretary") String d,
                    @SpanAttribute("shipping") String e,
                    @SpanAttribute("key") String f,
                    @SpanAttribute("code") String h,
                    @SpanAttribute("country.code") String i,
                    @SpanAttribute("error.code") String j,
                    @SpanAttribute("http.response.status_code") String k,
                    @SpanAttribute("author") String l,
                    @SpanAttribute("auth.method") String m,
                    @SpanAttribute("bypass") String n,
                    @SpanAttribute("pass.rate") String o,
                    @SpanAttribute("input_tokens") String p,
                    @SpanAttribute("has.token") boolean g) {}
              }
              """),
          InvalidSource.error(
              "message content is redacted or explicitly allowed",
              Code.SENSITIVE_ATTRIBUTE,
              "looks like message content, which everyone with access to the trace can read.",
              """
              package shop;
              import dev.langchain4j.data.message.UserMessage;
              import io.spanloom.SpanAttribute;
              import io.spanloom.Traced;
              class Orders {
                @Traced void keys(@SpanAttribute(^"system.prompt") String a, ^@SpanAttribute String message) {}
                @Traced void text(@SpanAttribute(value = ^"k", from = "toString()") UserMessage a) {}
                @Traced void deep(@SpanAttribute(value = ^"k", from = "message().toString()") Holder a) {}
                record Holder(UserMessage message) {}
                @Traced void harmless(
                    @SpanAttribute("prompt.id") String a,
                    @SpanAttribute("message.type") String b,
                    @SpanAttribute(value = "prompt.size", from = "length()") String prompt,
                    @SpanAttribute("ai.prompt.phase") String c) {}
              }
              """));

  private SensitiveAttributes() {}
}
