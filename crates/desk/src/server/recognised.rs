//! Recognised: who was let in of late, kept for a moment, so that not every request asks the file of accounts.
//!
//! Whatever is changed through this server counts at once: any change forgets everybody. What another program changes in the file,
//! such as `muster account`, counts when the moment is over.

use std::{
    sync::{
        Arc,
        atomic::{AtomicU64, Ordering},
    },
    time::{Duration, Instant},
};

use jiff::{SignedDuration, Timestamp};
use quick_cache::sync::Cache;
use store::{
    Accepted, Account, AccountId, AccountName, Accounts, Answer, Begin, Change, Changed, Invitation, Made,
    NewAccount, NewToken, PasswordHash, SecretHash, Session, Token, TokenId,
};

/// So long somebody is believed to be who they were.
const MOMENT: Duration = Duration::from_secs(1);
/// So many are kept.
const KEPT: usize = 4_096;

/// Accounts in which somebody who comes again at once is not looked up again.
#[derive(Debug)]
pub(crate) struct Recognised {
    accounts: Arc<dyn Accounts>,
    moment: Duration,
    /// How many changes there were; what was kept before one counts no more.
    changes: AtomicU64,
    kept: Cache<SecretHash, Kept>,
}

/// Somebody who was found.
#[derive(Clone, Debug)]
struct Kept {
    found: Found,
    /// The change behind which they were looked up.
    change: u64,
    /// When, by the clock of the desk and by one that nobody sets.
    now: Timestamp,
    looked: Instant,
}

#[derive(Clone, Debug)]
enum Found {
    Session(Session),
    Token(Account, Token),
}

/// Counts a change when it is over, however it ends: whoever asked may go away before that.
struct Counted<'a>(&'a AtomicU64);

impl Drop for Counted<'_> {
    fn drop(&mut self) {
        self.0.fetch_add(1, Ordering::AcqRel);
    }
}

impl Recognised {
    /// Of these accounts.
    pub(crate) fn new(accounts: Arc<dyn Accounts>) -> Self {
        Self::believing(accounts, MOMENT)
    }

    fn believing(accounts: Arc<dyn Accounts>, moment: Duration) -> Self {
        Self { accounts, moment, changes: AtomicU64::new(0), kept: Cache::new(KEPT) }
    }

    /// Who has this secret, if they were looked up a moment ago and nothing was changed since.
    fn known(&self, secret: SecretHash, now: Timestamp) -> Option<Found> {
        let kept = self.kept.get(&secret)?;
        let passed = now.duration_since(kept.now);
        let fresh = kept.change == self.changes.load(Ordering::Acquire)
            && kept.looked.elapsed() < self.moment
            && (SignedDuration::ZERO..=SignedDuration::try_from(self.moment).ok()?).contains(&passed);
        let ends = match &kept.found {
            Found::Session(session) => session.idle_until.min(session.ends),
            Found::Token(_, token) => token.ends,
        };
        (fresh && now < ends).then_some(kept.found)
    }

    /// Keeps who was found behind this change.
    fn keep(&self, secret: SecretHash, found: Found, change: u64, now: Timestamp, looked: Instant) {
        self.kept.insert(secret, Kept { found, change, now, looked });
    }

    fn changing<'a, T: Send + 'a>(&'a self, answer: Answer<'a, T>) -> Answer<'a, T> {
        Box::pin(async {
            let _counted = Counted(&self.changes);
            answer.await
        })
    }

    /// Notes on one alone: they are looked up again.
    fn noting<'a>(&'a self, secret: SecretHash, answer: Answer<'a, ()>) -> Answer<'a, ()> {
        self.kept.remove(&secret);
        answer
    }
}

impl Accounts for Recognised {
    fn session(&self, secret: SecretHash, now: Timestamp) -> Answer<'_, Option<Session>> {
        if let Some(Found::Session(session)) = self.known(secret, now) {
            return Box::pin(async { Ok(Some(session)) });
        }
        Box::pin(async move {
            // Before it is looked up: a change that comes meanwhile may not be in what is found.
            let (change, looked) = (self.changes.load(Ordering::Acquire), Instant::now());
            let found = self.accounts.session(secret, now).await?;
            if let Some(session) = &found {
                self.keep(secret, Found::Session(session.clone()), change, now, looked);
            }
            Ok(found)
        })
    }

    fn token(&self, secret: SecretHash, now: Timestamp) -> Answer<'_, Option<(Account, Token)>> {
        if let Some(Found::Token(account, token)) = self.known(secret, now) {
            return Box::pin(async { Ok(Some((account, token))) });
        }
        Box::pin(async move {
            let (change, looked) = (self.changes.load(Ordering::Acquire), Instant::now());
            let found = self.accounts.token(secret, now).await?;
            if let Some((account, token)) = &found {
                self.keep(secret, Found::Token(account.clone(), token.clone()), change, now, looked);
            }
            Ok(found)
        })
    }

    fn session_seen(&self, secret: SecretHash, now: Timestamp, idle_until: Timestamp) -> Answer<'_, ()> {
        self.noting(secret, self.accounts.session_seen(secret, now, idle_until))
    }

    fn token_used(&self, secret: SecretHash, now: Timestamp) -> Answer<'_, ()> {
        self.noting(secret, self.accounts.token_used(secret, now))
    }

    fn make(&self, account: NewAccount) -> Answer<'_, Made> {
        self.changing(self.accounts.make(account))
    }

    fn account(&self, id: AccountId) -> Answer<'_, Option<Account>> {
        self.accounts.account(id)
    }

    fn named(&self, name: &AccountName) -> Answer<'_, Option<Account>> {
        self.accounts.named(name)
    }

    fn accounts(&self) -> Answer<'_, Vec<Account>> {
        self.accounts.accounts()
    }

    fn change(&self, id: AccountId, change: Change) -> Answer<'_, Changed> {
        self.changing(self.accounts.change(id, change))
    }

    fn password(&self, id: AccountId) -> Answer<'_, Option<PasswordHash>> {
        self.accounts.password(id)
    }

    fn change_password(
        &self,
        id: AccountId,
        was: PasswordHash,
        becomes: PasswordHash,
        keep: Option<SecretHash>,
    ) -> Answer<'_, bool> {
        self.changing(self.accounts.change_password(id, was, becomes, keep))
    }

    fn begin_session(&self, session: Begin, password: PasswordHash) -> Answer<'_, bool> {
        self.changing(self.accounts.begin_session(session, password))
    }

    fn end_session(&self, secret: SecretHash) -> Answer<'_, ()> {
        self.changing(self.accounts.end_session(secret))
    }

    fn make_token(&self, token: NewToken) -> Answer<'_, Option<Token>> {
        self.changing(self.accounts.make_token(token))
    }

    fn tokens(&self, account: AccountId, now: Timestamp) -> Answer<'_, Vec<Token>> {
        self.accounts.tokens(account, now)
    }

    fn revoke_token(&self, account: AccountId, token: TokenId) -> Answer<'_, bool> {
        self.changing(self.accounts.revoke_token(account, token))
    }

    fn invite(&self, invitation: Invitation) -> Answer<'_, bool> {
        self.changing(self.accounts.invite(invitation))
    }

    fn invited(&self, secret: SecretHash, now: Timestamp) -> Answer<'_, Option<Account>> {
        self.accounts.invited(secret, now)
    }

    fn accept(&self, accepted: Accepted, now: Timestamp) -> Answer<'_, Option<Account>> {
        self.changing(self.accounts.accept(accepted, now))
    }

    fn forget_ended(&self, now: Timestamp) -> Answer<'_, ()> {
        self.changing(self.accounts.forget_ended(now))
    }

    fn close(&self) -> Answer<'_, ()> {
        self.accounts.close()
    }
}

#[cfg(test)]
mod tests {
    use jiff::ToSpan;
    use model::Name;
    use store::{IfMissing, Role, SqliteAccounts};
    use tempfile::TempDir;

    use super::*;

    const TOKEN: [u8; 32] = [1; 32];
    const SESSION: [u8; 32] = [2; 32];
    const LONG: Duration = Duration::from_hours(9);

    /// Somebody with a session and a token, who was recognised a moment ago; and the same file as another program has it.
    struct Somebody {
        here: Recognised,
        elsewhere: Arc<dyn Accounts>,
        account: Account,
        now: Timestamp,
        _folder: TempDir,
    }

    async fn somebody(moment: Duration) -> Somebody {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("x.accounts");
        let elsewhere: Arc<dyn Accounts> =
            Arc::new(SqliteAccounts::open(&path, IfMissing::Create).await.unwrap());
        let here = Recognised::believing(Arc::clone(&elsewhere), moment);
        let now = Timestamp::UNIX_EPOCH + 1.hour();
        let name = AccountName::new("Ann").unwrap();
        let Made::Made(account) =
            here.make(NewAccount { name, role: Role::Analyst, made: now }).await.unwrap()
        else {
            panic!("there is one already")
        };
        let (id, ends) = (account.id, now + 8.hours());
        let link = SecretHash::of(&[3; 32]);
        here.invite(Invitation { secret: link, account: id, made: now, ends }).await.unwrap();
        let session = Begin {
            secret: SecretHash::of(&SESSION),
            instead_of: None,
            account: id,
            begun: now,
            idle_until: now + 1.hour(),
            ends,
        };
        let password = PasswordHash::new("hashed".to_owned());
        here.accept(Accepted { secret: link, password, session }, now).await.unwrap();
        let name = Name::new("a program").unwrap();
        let secret = SecretHash::of(&TOKEN);
        here.make_token(NewToken { secret, account: id, name, made: now, ends }).await.unwrap();
        let somebody = Somebody { here, elsewhere, account, now, _folder: folder };
        assert_eq!(somebody.known_at(now).await, (true, true));
        somebody
    }

    impl Somebody {
        /// Whether the session and the token let in at this moment.
        async fn known_at(&self, now: Timestamp) -> (bool, bool) {
            let session = self.here.session(SecretHash::of(&SESSION), now).await.unwrap();
            let token = self.here.token(SecretHash::of(&TOKEN), now).await.unwrap();
            (session.is_some(), token.is_some())
        }
    }

    #[tokio::test]
    async fn who_comes_again_at_once_is_not_looked_up() {
        let it = somebody(LONG).await;
        it.elsewhere.change(it.account.id, Change::Disable).await.unwrap();
        assert_eq!(it.known_at(it.now).await, (true, true));
        // The clock of the desk has gone on, or was set back: they are looked up.
        assert_eq!(it.known_at(it.now + 10.hours()).await, (false, false));
        assert_eq!(it.known_at(it.now - 1.second()).await, (false, false));
    }

    #[tokio::test]
    async fn what_another_program_changes_counts_when_the_moment_is_over() {
        let it = somebody(Duration::ZERO).await;
        it.elsewhere.change(it.account.id, Change::Disable).await.unwrap();
        assert_eq!(it.known_at(it.now).await, (false, false));
    }

    #[tokio::test]
    async fn a_session_that_is_over_is_over_though_it_was_just_recognised() {
        let it = somebody(LONG).await;
        assert_eq!(it.known_at(it.now + 59.minutes()).await, (true, true));
        assert_eq!(it.known_at(it.now + 60.minutes()).await, (false, true));
        assert_eq!(it.known_at(it.now + 8.hours()).await, (false, false));
    }

    #[tokio::test]
    async fn each_change_that_is_made_here_counts_at_once() {
        let (now, hashed) =
            (Timestamp::UNIX_EPOCH + 1.hour(), |words: &str| PasswordHash::new(words.to_owned()));
        let it = somebody(LONG).await;
        it.here.end_session(SecretHash::of(&SESSION)).await.unwrap();
        assert_eq!(it.known_at(now).await, (false, true), "logged out");

        let it = somebody(LONG).await;
        let token = it.here.tokens(it.account.id, now).await.unwrap()[0].id;
        it.here.revoke_token(it.account.id, token).await.unwrap();
        assert_eq!(it.known_at(now).await, (true, false), "revoked");

        let it = somebody(LONG).await;
        it.here.change_password(it.account.id, hashed("hashed"), hashed("other"), None).await.unwrap();
        assert_eq!(it.known_at(now).await, (false, true), "another password");

        let it = somebody(LONG).await;
        it.here.change(it.account.id, Change::Role(Role::Viewer)).await.unwrap();
        assert_eq!(it.known_at(now).await, (false, false), "another role");

        let it = somebody(LONG).await;
        it.here.change(it.account.id, Change::Disable).await.unwrap();
        assert_eq!(it.known_at(now).await, (false, false), "disabled");

        let it = somebody(LONG).await;
        let link = SecretHash::of(&[4; 32]);
        let invitation = Invitation { secret: link, account: it.account.id, made: now, ends: now + 1.hour() };
        it.here.invite(invitation).await.unwrap();
        let begin = |secret: [u8; 32], instead_of| Begin {
            secret: SecretHash::of(&secret),
            instead_of,
            account: it.account.id,
            begun: now,
            idle_until: now + 1.hour(),
            ends: now + 1.hour(),
        };
        let session = begin([5; 32], None);
        it.here.accept(Accepted { secret: link, password: hashed("third"), session }, now).await.unwrap();
        assert_eq!(it.known_at(now).await, (false, true), "a password by a link");

        let it = somebody(LONG).await;
        let session = begin([6; 32], Some(SecretHash::of(&SESSION)));
        assert!(it.here.begin_session(session, hashed("hashed")).await.unwrap());
        assert_eq!(it.known_at(now).await, (false, true), "another session in its place");
    }
}
