//! What the window may ask for. Each command unwraps its arguments, calls one crate, and wraps the result.

mod answering;
mod audit;
mod backups;
mod bedside;
mod checks;
mod conversations;
mod diagnostics;
mod dialogs;
mod exports;
mod finding;
mod help;
mod keys;
mod lock;
mod models;
mod safeguards;
mod settings;
mod start;
mod templates;
mod texts;
mod transcript;
mod turns;

use tauri_specta::{Builder, collect_commands};

use crate::error::ShellError;
use crate::wire::ErrorView;

/// Every command, typed.
pub(crate) fn builder() -> Builder<tauri::Wry> {
    Builder::new().commands(collect_commands![
        start::start_state,
        start::create_store,
        start::unlock,
        start::set_preferences,
        start::model,
        start::watch_engine,
        conversations::list_conversations,
        conversations::rename_conversation,
        conversations::pin_conversation,
        conversations::archive_conversation,
        conversations::move_conversation,
        conversations::delete_conversation,
        conversations::undelete_conversation,
        conversations::erase_conversation,
        conversations::set_conversation_persona,
        conversations::set_conversation_language,
        conversations::set_conversation_model,
        conversations::installed_models,
        conversations::folders,
        conversations::make_folder,
        conversations::rename_folder,
        conversations::remove_folder,
        conversations::save_draft,
        conversations::new_draft,
        transcript::open_conversation,
        transcript::turns,
        transcript::reveal_turn,
        transcript::choose_turn,
        transcript::choose_answer,
        transcript::fork_conversation,
        transcript::search,
        exports::export_conversation,
        exports::export_everything,
        exports::import_file,
        texts::examine_draft,
        texts::receive_paste,
        texts::record_text,
        turns::ask,
        turns::edit_question,
        turns::save_edit,
        turns::regenerate,
        turns::continue_answer,
        turns::ask_temporarily,
        turns::temporary_turns,
        turns::end_temporary,
        turns::stop,
        lock::lock,
        lock::still_here,
        keys::unlock_from_keychain,
        keys::new_recovery_code,
        keys::keep_recovery_code,
        keys::recover,
        keys::change_passphrase,
        keys::change_key,
        settings::settings,
        settings::set_lock_after,
        settings::set_retention,
        settings::set_backup_folder,
        settings::set_keychain,
        settings::set_improves_titles,
        settings::set_keeps_states,
        answering::answering,
        answering::set_figure,
        answering::reset_figures,
        answering::own_figures,
        answering::set_own_figure,
        answering::end_own_figures,
        answering::set_engine_threads,
        answering::set_engine_context,
        answering::restart_engine,
        finding::texts_with,
        dialogs::choose_folder,
        dialogs::choose_file,
        dialogs::choose_file_to_write,
        backups::backups,
        backups::back_up,
        backups::restore_offer,
        backups::restore,
        backups::put_aside,
        audit::audit,
        audit::verify_audit,
        audit::verify_store,
        bedside::bedside_catalogue,
        bedside::bedside_find,
        bedside::bedside_form,
        bedside::bedside_evaluate,
        bedside::bedside_offers,
        bedside::bedside_ranges,
        bedside::set_bedside_ranges,
        checks::check_offers,
        checks::begin_check,
        checks::run_check,
        checks::pause_check,
        checks::checks,
        checks::check_report,
        checks::check_standings,
        checks::check_items,
        checks::delete_check,
        checks::export_check,
        templates::templates,
        templates::template_form,
        templates::fill_template,
        templates::choose_persona,
        templates::persona_of,
        templates::template_to_edit,
        templates::save_template,
        templates::remove_template,
        templates::export_template,
        templates::import_template,
        models::models,
        models::model_catalogue,
        models::address_code,
        models::examine_import,
        models::import_model,
        models::confirm_model,
        models::prepare_installed,
        models::measure_installed,
        models::stop_import,
        models::remove_model,
        models::set_default_model,
        models::set_watched_folder,
        models::watch_offers,
        models::watch_drops,
        safeguards::safeguards,
        safeguards::acknowledge_intended_use,
        safeguards::set_signs_records,
        safeguards::signed_record_text,
        diagnostics::diagnostics,
        diagnostics::write_diagnostics,
        help::help_pages,
        help::find_help,
    ])
}

/// Runs what waits for the disk or derives a key, so that the window's thread never does.
async fn blocking<T: Send + 'static>(
    work: impl FnOnce() -> Result<T, ShellError> + Send + 'static,
) -> Result<T, ErrorView> {
    let outcome = tauri::async_runtime::spawn_blocking(work).await;
    outcome
        .map_err(|_| ShellError::Internal("a command ended early"))?
        .map_err(ErrorView::from)
}
