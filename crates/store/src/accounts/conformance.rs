//! What all accounts must keep to, whichever database is behind them: one case each, run on a fresh file.

use jiff::{Timestamp, ToSpan};
use model::{Name, Party};
use proptest::prelude::*;

use super::{
    Accepted, Account, AccountId, AccountName, Accounts, Begin, Change, Changed, Invitation, Made,
    NewAccount, NewToken, PasswordHash, Role, SecretHash, Session, Token,
};
use crate::Answer;

/// A place where one file of accounts lies, made when it is first opened.
pub(crate) trait Place {
    fn open(&self) -> Answer<'_, Box<dyn Accounts>>;
}

/// Runs every case, each on a place of its own.
pub(crate) fn check(fresh: &dyn Fn() -> Box<dyn Place>) {
    let runtime =
        tokio::runtime::Builder::new_multi_thread().worker_threads(4).enable_time().build().unwrap();
    runtime.block_on(async {
        a_name_is_one_account_s(&*fresh()).await;
        accounts_are_there_when_opened_again(&*fresh()).await;
        a_session_ends_by_idling_and_by_age(&*fresh()).await;
        a_session_begins_only_on_the_present_password(&*fresh()).await;
        a_session_takes_the_place_of_the_one_before(&*fresh()).await;
        a_changed_password_ends_the_other_sessions(&*fresh()).await;
        a_token_is_its_owner_s_until_it_ends(&*fresh()).await;
        an_invitation_is_good_for_once(&*fresh()).await;
        of_two_that_accept_one_is_let_in(&*fresh()).await;
        a_later_invitation_ends_the_earlier(&*fresh()).await;
        a_change_ends_what_was_let_in(&*fresh()).await;
        the_last_administrator_stays(&*fresh()).await;
        of_two_administrators_who_leave_at_once_one_stays(&*fresh()).await;
        what_has_ended_is_forgotten(&*fresh()).await;
        no_secret_of_one_kind_opens_another(&*fresh()).await;
    });
    let config = ProptestConfig { cases: 24, failure_persistence: None, ..ProptestConfig::default() };
    let changes = prop::collection::vec((1..=4_u32, change()), 0..24);
    proptest!(config, |(changes in changes)| {
        runtime.block_on(somebody_can_always_keep_the_accounts(&*fresh(), changes));
    });
}

fn minute(n: i64) -> Timestamp {
    Timestamp::UNIX_EPOCH + n.minutes()
}

fn secret(n: u8) -> SecretHash {
    SecretHash::of(&[n; 32])
}

fn password(n: u8) -> PasswordHash {
    PasswordHash::new(format!("$argon2id$of-{n}"))
}

fn name(words: &str) -> AccountName {
    AccountName::new(words).unwrap()
}

/// A session from minute 0 that may idle for 10 and ends after 60.
fn browser(n: u8, account: AccountId) -> Begin {
    let [begun, idle_until, ends] = [0, 10, 60].map(minute);
    Begin { secret: secret(n), instead_of: None, account, begun, idle_until, ends }
}

fn invitation(n: u8, account: AccountId) -> Invitation {
    Invitation { secret: secret(n), account, made: minute(0), ends: minute(60) }
}

fn program(n: u8, account: AccountId) -> NewToken {
    let name = Name::new(&format!("program {n}")).unwrap();
    NewToken { secret: secret(n), account, name, made: minute(i64::from(n)), ends: minute(1_000) }
}

/// An account that has not set a password.
async fn new(accounts: &dyn Accounts, words: &str, role: Role) -> Account {
    match accounts.make(NewAccount { name: name(words), role, made: minute(0) }).await.unwrap() {
        Made::Made(account) => account,
        Made::NameTaken => panic!("{words} is taken"),
    }
}

/// An account with [`password`] of its id.
async fn able(accounts: &dyn Accounts, words: &str, role: Role) -> Account {
    const LINK: u8 = 250;
    let account = new(accounts, words, role).await;
    assert!(accounts.invite(invitation(LINK, account.id)).await.unwrap());
    let session = browser(LINK, account.id);
    let accepted = Accepted { secret: secret(LINK), password: password(of(&account)), session };
    let account = accounts.accept(accepted, minute(1)).await.unwrap().unwrap();
    accounts.end_session(secret(LINK)).await.unwrap();
    account
}

fn of(account: &Account) -> u8 {
    u8::try_from(account.id.0).unwrap()
}

async fn log_in(accounts: &dyn Accounts, n: u8, account: &Account) -> bool {
    accounts.begin_session(browser(n, account.id), password(of(account))).await.unwrap()
}

/// Whose session this is a minute after it began.
async fn who(accounts: &dyn Accounts, n: u8) -> Option<AccountId> {
    let session: Option<Session> = accounts.session(secret(n), minute(1)).await.unwrap();
    session.map(|session| session.account.id)
}

async fn a_name_is_one_account_s(place: &dyn Place) {
    let accounts = place.open().await.unwrap();
    let ann = new(&*accounts, "Ann", Role::Analyst).await;
    let again = NewAccount { name: name("ANN"), role: Role::Viewer, made: minute(1) };
    assert_eq!(accounts.make(again).await.unwrap(), Made::NameTaken);
    assert_eq!(accounts.named(&name("aNN")).await.unwrap(), Some(ann.clone()));
    assert_eq!(accounts.account(ann.id).await.unwrap(), Some(ann.clone()));
    assert_eq!(accounts.named(&name("Anna")).await.unwrap(), None);
    assert_eq!(accounts.password(ann.id).await.unwrap(), None);
    let want = Account {
        id: ann.id,
        name: name("Ann"),
        role: Role::Analyst,
        disabled: false,
        has_password: false,
        made: minute(0),
    };
    assert_eq!(accounts.accounts().await.unwrap(), [want]);
}

async fn accounts_are_there_when_opened_again(place: &dyn Place) {
    let accounts = place.open().await.unwrap();
    assert_eq!(accounts.accounts().await.unwrap(), []);
    let mut want = vec![able(&*accounts, "Ann", Role::Administrator).await];
    for (words, code) in [("\u{c9}mile", "KEN"), ("Zo\u{eb} of the police", "CARICOM")] {
        want.push(new(&*accounts, words, Role::Liaison(Party::new(code).unwrap())).await);
    }
    assert!(log_in(&*accounts, 1, &want[0]).await);
    let session = accounts.session(secret(1), minute(1)).await.unwrap();
    accounts.close().await.unwrap();
    let accounts = place.open().await.unwrap();
    assert_eq!(accounts.accounts().await.unwrap(), want);
    assert_eq!(accounts.password(want[0].id).await.unwrap(), Some(password(of(&want[0]))));
    assert_eq!(accounts.session(secret(1), minute(1)).await.unwrap(), session);
}

async fn a_session_ends_by_idling_and_by_age(place: &dyn Place) {
    let accounts = place.open().await.unwrap();
    let ann = able(&*accounts, "Ann", Role::Analyst).await;
    assert!(log_in(&*accounts, 1, &ann).await);
    let at = async |now| accounts.session(secret(1), minute(now)).await.unwrap();
    let want =
        Session { account: ann, begun: minute(0), seen: minute(0), idle_until: minute(10), ends: minute(60) };
    assert_eq!(at(9).await, Some(want.clone()));
    assert_eq!(at(10).await, None);
    accounts.session_seen(secret(1), minute(9), minute(19)).await.unwrap();
    assert_eq!(at(18).await, Some(Session { seen: minute(9), idle_until: minute(19), ..want.clone() }));
    accounts.session_seen(secret(1), minute(5), minute(15)).await.unwrap();
    assert_eq!(at(18).await.map(|session| session.seen), Some(minute(9)), "a later answer comes first");
    accounts.session_seen(secret(1), minute(18), minute(500)).await.unwrap();
    assert!(at(59).await.is_some());
    assert_eq!(at(60).await, None, "however much it is used");
    accounts.session_seen(secret(2), minute(1), minute(500)).await.unwrap();
    assert_eq!(accounts.session(secret(2), minute(1)).await.unwrap(), None, "seeing begins nothing");
}

async fn a_session_begins_only_on_the_present_password(place: &dyn Place) {
    let accounts = place.open().await.unwrap();
    let ann = able(&*accounts, "Ann", Role::Analyst).await;
    let bob = new(&*accounts, "Bob", Role::Analyst).await;
    for (account, with) in [(&ann, 99), (&bob, of(&bob)), (&bob, of(&ann))] {
        assert!(!accounts.begin_session(browser(1, account.id), password(with)).await.unwrap());
    }
    assert_eq!(who(&*accounts, 1).await, None);
    assert!(log_in(&*accounts, 1, &ann).await);
    assert_eq!(who(&*accounts, 1).await, Some(ann.id));
    accounts.end_session(secret(1)).await.unwrap();
    accounts.end_session(secret(1)).await.unwrap();
    assert_eq!(who(&*accounts, 1).await, None);
}

async fn a_session_takes_the_place_of_the_one_before(place: &dyn Place) {
    let accounts = place.open().await.unwrap();
    let ann = able(&*accounts, "Ann", Role::Analyst).await;
    assert!(log_in(&*accounts, 1, &ann).await && log_in(&*accounts, 2, &ann).await);
    let next = Begin { instead_of: Some(secret(1)), ..browser(3, ann.id) };
    assert!(!accounts.begin_session(next, password(99)).await.unwrap());
    assert_eq!(who(&*accounts, 1).await, Some(ann.id), "who is refused stays who they are");
    assert!(accounts.begin_session(next, password(of(&ann))).await.unwrap());
    let found = [who(&*accounts, 1).await, who(&*accounts, 2).await, who(&*accounts, 3).await];
    assert_eq!(found, [None, Some(ann.id), Some(ann.id)]);
}

async fn a_changed_password_ends_the_other_sessions(place: &dyn Place) {
    let accounts = place.open().await.unwrap();
    let ann = able(&*accounts, "Ann", Role::Analyst).await;
    let bob = able(&*accounts, "Bob", Role::Analyst).await;
    assert!(
        log_in(&*accounts, 1, &ann).await
            && log_in(&*accounts, 2, &ann).await
            && log_in(&*accounts, 3, &bob).await
    );
    assert!(accounts.invite(invitation(9, ann.id)).await.unwrap());
    let change = async |was, becomes, keep| {
        accounts.change_password(ann.id, password(was), password(becomes), keep).await.unwrap()
    };
    assert!(!change(99, 50, Some(secret(2))).await, "it is not the present one");
    assert_eq!(who(&*accounts, 1).await, Some(ann.id));
    assert!(change(of(&ann), 50, Some(secret(2))).await);
    let found = [who(&*accounts, 1).await, who(&*accounts, 2).await, who(&*accounts, 3).await];
    assert_eq!(found, [None, Some(ann.id), Some(bob.id)]);
    assert_eq!(accounts.invited(secret(9), minute(1)).await.unwrap(), None);
    assert!(!log_in(&*accounts, 4, &ann).await);
    assert!(change(50, 51, None).await);
    assert_eq!(who(&*accounts, 2).await, None);
    assert!(!accounts.change_password(AccountId(77), password(1), password(2), None).await.unwrap());
}

async fn a_token_is_its_owner_s_until_it_ends(place: &dyn Place) {
    let accounts = place.open().await.unwrap();
    let ann = able(&*accounts, "Ann", Role::Analyst).await;
    let bob = new(&*accounts, "Bob", Role::Viewer).await;
    let mut made = vec![];
    for n in [1, 2, 3] {
        made.push(accounts.make_token(program(n, ann.id)).await.unwrap().unwrap());
    }
    assert_eq!(accounts.make_token(program(9, AccountId(77))).await.unwrap(), None);
    assert_eq!(accounts.tokens(ann.id, minute(4)).await.unwrap(), made);
    assert_eq!(accounts.tokens(ann.id, minute(1_000)).await.unwrap(), []);
    assert_eq!(accounts.tokens(bob.id, minute(4)).await.unwrap(), []);
    assert_eq!(accounts.token(secret(2), minute(999)).await.unwrap(), Some((ann.clone(), made[1].clone())));
    assert_eq!(accounts.token(secret(2), minute(1_000)).await.unwrap(), None);
    for (used, want) in [(7, 7), (6, 7), (8, 8)] {
        accounts.token_used(secret(2), minute(used)).await.unwrap();
        let token: Option<Token> =
            accounts.token(secret(2), minute(9)).await.unwrap().map(|(_, token)| token);
        assert_eq!(token.unwrap().used, Some(minute(want)));
    }
    assert!(!accounts.revoke_token(bob.id, made[0].id).await.unwrap(), "it is not Bob's");
    assert!(accounts.revoke_token(ann.id, made[0].id).await.unwrap());
    assert!(!accounts.revoke_token(ann.id, made[0].id).await.unwrap());
    assert_eq!(accounts.token(secret(1), minute(4)).await.unwrap(), None);
    assert_eq!(accounts.tokens(ann.id, minute(4)).await.unwrap().len(), 2);
}

async fn an_invitation_is_good_for_once(place: &dyn Place) {
    let accounts = place.open().await.unwrap();
    let ann = new(&*accounts, "Ann", Role::Analyst).await;
    let bob = able(&*accounts, "Bob", Role::Analyst).await;
    assert!(!accounts.invite(invitation(9, AccountId(77))).await.unwrap());
    assert!(accounts.invite(invitation(9, ann.id)).await.unwrap());
    assert_eq!(accounts.invited(secret(9), minute(59)).await.unwrap(), Some(ann.clone()));
    assert_eq!(accounts.invited(secret(9), minute(60)).await.unwrap(), None);
    assert_eq!(accounts.invited(secret(8), minute(1)).await.unwrap(), None);
    // Whatever account the session names, it is the invited one's.
    let accepted = |link, n| Accepted {
        secret: secret(link),
        password: password(of(&ann)),
        session: browser(n, bob.id),
    };
    assert_eq!(accounts.accept(accepted(8, 1), minute(1)).await.unwrap(), None);
    assert_eq!(accounts.accept(accepted(9, 1), minute(60)).await.unwrap(), None);
    assert_eq!(accounts.password(ann.id).await.unwrap(), None, "nothing was set");
    let let_in = accounts.accept(accepted(9, 1), minute(59)).await.unwrap();
    assert_eq!(let_in, Some(Account { has_password: true, ..ann.clone() }));
    assert_eq!(accounts.account(ann.id).await.unwrap(), let_in);
    assert_eq!(who(&*accounts, 1).await, Some(ann.id));
    assert_eq!(accounts.accept(accepted(9, 2), minute(59)).await.unwrap(), None);
    assert!(log_in(&*accounts, 3, &ann).await);
    // A forgotten password: whoever is in with the old one is out.
    assert!(accounts.invite(invitation(7, ann.id)).await.unwrap());
    assert_eq!(who(&*accounts, 3).await, Some(ann.id));
    assert!(accounts.accept(accepted(7, 4), minute(1)).await.unwrap().is_some());
    let found = [who(&*accounts, 1).await, who(&*accounts, 3).await, who(&*accounts, 4).await];
    assert_eq!(found, [None, None, Some(ann.id)]);
}

async fn of_two_that_accept_one_is_let_in(place: &dyn Place) {
    let (one, other) = (place.open().await.unwrap(), place.open().await.unwrap());
    let ann = new(&*one, "Ann", Role::Analyst).await;
    for round in 0..10 {
        one.invite(invitation(9, ann.id)).await.unwrap();
        let accepted = |n| Accepted { secret: secret(9), password: password(n), session: browser(n, ann.id) };
        let (first, second) =
            tokio::join!(one.accept(accepted(1), minute(1)), other.accept(accepted(2), minute(1)));
        let winner = if first.unwrap().is_some() { 1 } else { 2 };
        assert_eq!(second.unwrap().is_some(), winner == 2, "round {round}");
        assert_eq!(one.password(ann.id).await.unwrap(), Some(password(winner)));
        assert_eq!(who(&*other, winner).await, Some(ann.id));
        assert_eq!(who(&*one, 3 - winner).await, None);
        one.end_session(secret(winner)).await.unwrap();
    }
}

async fn a_later_invitation_ends_the_earlier(place: &dyn Place) {
    let accounts = place.open().await.unwrap();
    let ann = new(&*accounts, "Ann", Role::Analyst).await;
    let bob = new(&*accounts, "Bob", Role::Analyst).await;
    for (n, account) in [(1, &ann), (2, &bob), (3, &ann)] {
        assert!(accounts.invite(invitation(n, account.id)).await.unwrap());
    }
    let mut found = vec![];
    for n in [1, 2, 3] {
        found.push(accounts.invited(secret(n), minute(1)).await.unwrap().map(|account| account.id));
    }
    assert_eq!(found, [None, Some(bob.id), Some(ann.id)]);
}

async fn a_change_ends_what_was_let_in(place: &dyn Place) {
    let accounts = place.open().await.unwrap();
    let ann = able(&*accounts, "Ann", Role::Analyst).await;
    let bob = able(&*accounts, "Bob", Role::Analyst).await;
    let liaison = Role::Liaison(Party::new("KEN").unwrap());
    // The change, and which of session, token and invitation it leaves.
    for (change, want) in [
        (Change::Role(Role::Analyst), [true, true, true]),
        (Change::Enable, [true, true, true]),
        (Change::Role(liaison), [false, false, true]),
        (Change::Disable, [false, false, false]),
        (Change::Disable, [false, false, false]),
    ] {
        assert!(log_in(&*accounts, 2, &bob).await);
        let is_able = log_in(&*accounts, 1, &ann).await;
        assert_eq!(accounts.make_token(program(3, ann.id)).await.unwrap().is_some(), is_able);
        assert_eq!(accounts.invite(invitation(4, ann.id)).await.unwrap(), is_able);
        let changed = accounts.change(ann.id, change).await.unwrap();
        assert_eq!(changed, Changed::To(accounts.account(ann.id).await.unwrap().unwrap()));
        let left = [
            who(&*accounts, 1).await.is_some(),
            accounts.token(secret(3), minute(4)).await.unwrap().is_some(),
            accounts.invited(secret(4), minute(1)).await.unwrap().is_some(),
        ];
        assert_eq!(left, want, "{change:?}");
        assert_eq!(who(&*accounts, 2).await, Some(bob.id), "Bob is nobody's business");
        for n in [1, 2] {
            accounts.end_session(secret(n)).await.unwrap();
        }
        for token in accounts.tokens(ann.id, minute(4)).await.unwrap() {
            accounts.revoke_token(ann.id, token.id).await.unwrap();
        }
    }
    assert!(!accounts.change_password(ann.id, password(of(&ann)), password(50), None).await.unwrap());
    let Changed::To(again) = accounts.change(ann.id, Change::Enable).await.unwrap() else { panic!() };
    assert_eq!(again, Account { role: liaison, ..ann.clone() });
    let back = (who(&*accounts, 1).await, accounts.token(secret(3), minute(4)).await.unwrap());
    assert_eq!(back, (None, None), "what has ended does not come back");
    assert!(log_in(&*accounts, 1, &ann).await);
    assert_eq!(accounts.change(AccountId(77), Change::Disable).await.unwrap(), Changed::Unknown);
}

async fn the_last_administrator_stays(place: &dyn Place) {
    let accounts = place.open().await.unwrap();
    let ann = able(&*accounts, "Ann", Role::Administrator).await;
    let bob = new(&*accounts, "Bob", Role::Administrator).await;
    let cem = able(&*accounts, "Cem", Role::Planner).await;
    let change = async |account: &Account, change| accounts.change(account.id, change).await.unwrap();
    for away in [Change::Disable, Change::Role(Role::Viewer)] {
        assert_eq!(change(&ann, away).await, Changed::LastAdministrator, "Bob cannot log in");
    }
    assert_eq!(accounts.account(ann.id).await.unwrap(), Some(ann.clone()));
    assert_eq!(change(&ann, Change::Role(Role::Administrator)).await, Changed::To(ann.clone()));
    assert!(matches!(change(&bob, Change::Disable).await, Changed::To(_)));
    assert!(matches!(change(&cem, Change::Role(Role::Administrator)).await, Changed::To(_)));
    assert!(matches!(change(&ann, Change::Role(Role::Viewer)).await, Changed::To(_)));
    assert_eq!(change(&cem, Change::Disable).await, Changed::LastAdministrator);
}

async fn of_two_administrators_who_leave_at_once_one_stays(place: &dyn Place) {
    let (one, other) = (place.open().await.unwrap(), place.open().await.unwrap());
    let ann = able(&*one, "Ann", Role::Administrator).await;
    let bob = able(&*one, "Bob", Role::Administrator).await;
    for _ in 0..10 {
        let leave = (one.change(ann.id, Change::Disable), other.change(bob.id, Change::Disable));
        let (first, second) = tokio::join!(leave.0, leave.1);
        let left = [first.unwrap(), second.unwrap()].map(|changed| changed != Changed::LastAdministrator);
        assert_eq!(left.iter().filter(|left| **left).count(), 1, "{left:?}");
        for account in [&ann, &bob] {
            one.change(account.id, Change::Enable).await.unwrap();
        }
    }
}

async fn what_has_ended_is_forgotten(place: &dyn Place) {
    let accounts = place.open().await.unwrap();
    let ann = able(&*accounts, "Ann", Role::Analyst).await;
    assert!(log_in(&*accounts, 1, &ann).await && log_in(&*accounts, 2, &ann).await);
    accounts.session_seen(secret(2), minute(9), minute(500)).await.unwrap();
    accounts.make_token(program(3, ann.id)).await.unwrap();
    accounts.invite(invitation(4, ann.id)).await.unwrap();
    for (now, want) in [
        (9, [true, true, true, true]),
        (10, [false, true, true, true]),
        (60, [false, false, true, false]),
        (1_000, [false, false, false, false]),
    ] {
        accounts.forget_ended(minute(now)).await.unwrap();
        // Asked of a moment before all of them ended: what is answered now is what is still kept.
        let kept = [
            who(&*accounts, 1).await.is_some(),
            who(&*accounts, 2).await.is_some(),
            accounts.token(secret(3), minute(4)).await.unwrap().is_some(),
            accounts.invited(secret(4), minute(1)).await.unwrap().is_some(),
        ];
        assert_eq!(kept, want, "at minute {now}");
    }
}

async fn no_secret_of_one_kind_opens_another(place: &dyn Place) {
    let accounts = place.open().await.unwrap();
    let ann = able(&*accounts, "Ann", Role::Analyst).await;
    assert!(log_in(&*accounts, 1, &ann).await);
    accounts.make_token(program(2, ann.id)).await.unwrap();
    accounts.invite(invitation(3, ann.id)).await.unwrap();
    for n in [1, 2, 3] {
        let opened = [
            who(&*accounts, n).await.is_some(),
            accounts.token(secret(n), minute(4)).await.unwrap().is_some(),
            accounts.invited(secret(n), minute(1)).await.unwrap().is_some(),
        ];
        assert_eq!(opened, [n == 1, n == 2, n == 3]);
    }
    for kept in
        [format!("{:?}", secret(1)), format!("{:?}", password(1)), format!("{:?}", program(1, ann.id))]
    {
        assert!(!kept.contains("argon2") && !kept.contains('[') && kept.len() < 200, "{kept}");
    }
}

fn change() -> impl Strategy<Value = Change> {
    const ROLES: &[Role] = &[Role::Viewer, Role::Analyst, Role::Planner, Role::Administrator];
    prop_oneof![
        prop::sample::select(ROLES).prop_map(Change::Role),
        Just(Change::Disable),
        Just(Change::Enable),
    ]
}

async fn somebody_can_always_keep_the_accounts(place: &dyn Place, asked: Vec<(u32, Change)>) {
    let accounts = place.open().await.unwrap();
    able(&*accounts, "Ann", Role::Administrator).await;
    new(&*accounts, "Bob", Role::Administrator).await;
    able(&*accounts, "Cem", Role::Analyst).await;
    able(&*accounts, "Dia", Role::Viewer).await;
    for (id, change) in asked {
        let before = accounts.accounts().await.unwrap();
        let changed = accounts.change(AccountId(id), change).await.unwrap();
        let after = accounts.accounts().await.unwrap();
        let can = |account: &&Account| {
            account.role == Role::Administrator && !account.disabled && account.has_password
        };
        assert!(after.iter().any(|account| can(&account)), "{change:?} of {id} left nobody");
        match changed {
            Changed::To(account) => {
                let others = |accounts: &[Account]| {
                    accounts.iter().filter(|other| other.id != account.id).cloned().collect::<Vec<_>>()
                };
                assert_eq!(others(&before), others(&after));
                assert!(after.contains(&account));
            }
            Changed::LastAdministrator => {
                assert_eq!(before, after);
                let alone: Vec<_> = before.iter().filter(can).map(|account| account.id.0).collect();
                // Whoever is an administrator without a password may be held too: nobody is locked out by that.
                assert!(alone.len() <= 1 || !alone.contains(&id), "{alone:?} of whom {id} stays");
            }
            Changed::Unknown => panic!("{id} is there"),
        }
    }
}
