use super::*;

const CHATML: &str = "{% for message in messages %}
{{ '<|im_start|>' + message['role'] + '\n' + message['content'] + '<|im_end|>' + '\n' -}}
{% endfor %}
  {% if add_generation_prompt %}{{ '<|im_start|>assistant\n' }}{% endif %}";

fn message(role: ChatRole, content: &str) -> ChatMessage {
    ChatMessage {
        role,
        content: content.to_owned(),
    }
}

fn parsed(source: &str) -> ChatTemplate {
    ChatTemplate::parse(source, "<s>".to_owned(), "</s>".to_owned()).expect("the source is Jinja")
}

fn rendered(source: &str, messages: &[ChatMessage]) -> String {
    parsed(source)
        .render(messages)
        .expect("the template accepts these messages")
}

#[test]
fn a_conversation_in_two_scripts_reaches_the_prompt_byte_for_byte() {
    let prompt = rendered(
        CHATML,
        &[
            message(
                ChatRole::User,
                "ما جرعة paracetamol؟ <b>5-10 mg</b> {{ 1 }}",
            ),
            message(ChatRole::Assistant, "نعم"),
            message(ChatRole::User, "كم؟"),
        ],
    );
    assert_eq!(
        prompt,
        "<|im_start|>user\nما جرعة paracetamol؟ <b>5-10 mg</b> {{ 1 }}<|im_end|>\n\
         <|im_start|>assistant\nنعم<|im_end|>\n<|im_start|>user\nكم؟<|im_end|>\n\
         <|im_start|>assistant\n"
    );
}

#[test]
fn an_answer_that_stands_last_is_gone_on_with() {
    let prompt = rendered(
        CHATML,
        &[
            message(ChatRole::User, "ما الجرعة؟"),
            message(ChatRole::Assistant, "  5-10 mg "),
        ],
    );
    assert_eq!(
        prompt,
        "<|im_start|>user\nما الجرعة؟<|im_end|>\n<|im_start|>assistant\n  5-10 mg "
    );
}

#[test]
fn python_methods_and_the_two_tokens_are_there() {
    let source = "{{ bos_token }}{% if messages[0].content.strip().startswith('Q') %}yes{% endif %}\
                  {{ messages[0]['role'].upper() }}{% if not tools %}{{ eos_token }}{% endif %}";
    assert_eq!(
        rendered(source, &[message(ChatRole::User, "  Q? ")]),
        "<s>yesUSER</s>"
    );
}

#[test]
fn a_refused_system_message_moves_into_the_first_question() {
    let source = "{% if messages[0]['role'] == 'system' %}{{ raise_exception('no system role') }}{% endif %}\
                  {% for message in messages %}[{{ message['content'] }}]{% endfor %}";
    let conversation = [
        message(ChatRole::System, "Be brief."),
        message(ChatRole::User, "Dose?"),
    ];
    assert_eq!(rendered(source, &conversation), "[Be brief.\n\nDose?]");
    assert!(
        parsed(source).render(&conversation[..1]).is_err(),
        "there is no question to move it into"
    );
}

#[test]
fn a_template_that_never_ends_or_never_stops_writing_fails() {
    let endless =
        "{% for a in range(100000) %}{% for b in range(100000) %}{% endfor %}{% endfor %}";
    let flooding = "{% for a in range(20000) %}{{ messages[0].content }}{% endfor %}";
    let question = [message(ChatRole::User, &"x".repeat(1000))];
    for source in [endless, flooding] {
        let outcome = parsed(source).render(&question);
        assert!(
            matches!(outcome, Err(TemplateError::Failed { .. })),
            "{source}: {outcome:?}"
        );
    }
}

#[test]
fn what_a_template_says_when_it_fails_holds_nothing_of_the_conversation() {
    let source = "{{ raise_exception('cannot handle ' + messages[0].content) }}";
    let error = parsed(source)
        .render(&[message(ChatRole::User, "SECRET")])
        .expect_err("it raises");
    assert!(!format!("{error} {error:?}").contains("SECRET"));
}

#[test]
fn what_is_no_jinja_is_refused_with_its_line() {
    let error = ChatTemplate::parse("fine\n{% if %}", String::new(), String::new()).err();
    assert!(
        matches!(error, Some(TemplateError::Failed { line: 2, .. })),
        "{error:?}"
    );
}
