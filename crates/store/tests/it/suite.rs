//! The list of tests that every store must pass.

use std::pin::Pin;

use crate::backend::Backend;

/// One test of the suite, on a backend.
pub type Test = for<'a> fn(&'a dyn Backend) -> Pin<Box<dyn Future<Output = ()> + Send + 'a>>;

macro_rules! suite {
    ($($room:ident :: $test:ident),+ $(,)?) => {
        mod sqlite {
            $(
                #[tokio::test(flavor = "multi_thread", worker_threads = 2)]
                async fn $test() {
                    crate::$room::$test(&crate::on_sqlite::Sqlite).await;
                }
            )+
        }

        /// Every test by its name, for a backend whose server is too dear to start anew for each.
        pub fn all() -> Vec<(&'static str, Test)> {
            vec![$((stringify!($test), |backend| Box::pin(crate::$room::$test(backend)))),+]
        }
    };
}

suite! {
    writing::an_act_sent_twice_is_one_act,
    writing::an_id_serves_one_act,
    writing::a_refusal_leaves_nothing,
    writing::serials_have_no_gap_under_many_writers,
    writing::many_acts_in_one_transaction,
    writing::a_batch_that_fails_leaves_nothing,
    writing::journals_are_read_back,
    writing::a_clock_that_goes_back_is_flagged,
    writing::checkpoints_are_kept,
    views::views_are_those_of_the_ledger,
    views::rebuilding_changes_nothing,
    views::a_rebuild_mends_what_was_changed,
    views::an_act_is_decided_from_the_rows_as_they_are,
    questions::filters_and_counts,
    questions::pages_follow_one_another,
    questions::rows_are_tallied_by_columns,
    questions::a_wrong_question_is_refused,
    damage::every_kind_of_damage_is_named,
    damage::at_most_as_many_as_asked,
    expunging::content_is_gone_and_the_chain_holds,
    expunging::content_that_goes_without_an_order_is_named,
    filing::an_upload_goes_on_only_from_where_it_stands,
    filing::a_file_is_kept_once_and_held_by_acts,
    filing::a_file_that_an_act_names_itself_is_held_by_it,
    copies::a_dump_brings_everything_back,
    copies::a_changed_dump_is_refused,
    copies::a_store_that_is_not_empty_loads_nothing,
    forgetting::what_was_destroyed_is_left_out_of_an_older_dump,
    forgetting::a_changed_dump_is_refused_also_where_something_is_left_out,
    signing_in::accounts_are_kept,
    signing_in::sessions_end_at_once,
    signing_in::an_act_is_written_only_as_its_officer_stands,
    signing_in::failures_count_from_the_last_success,
    keeping::audit_rows_are_completed_once,
    keeping::audit_is_found_newest_first,
    keeping::open_audit_rows_time_out,
    keeping::drafts_are_their_officers,
    keeping::marks_are_as_last_set,
    keeping::what_was_written_is_there_after_opening_again,
}

#[test]
fn each_test_has_a_name_of_its_own() {
    let mut names: Vec<_> = all().into_iter().map(|(name, _)| name).collect();
    let count = names.len();
    names.sort_unstable();
    names.dedup();
    assert_eq!(names.len(), count);
}
