//! Claims: listed by filters and page by page, opened, entered by hand and put in another's place.

use std::collections::BTreeSet;

use serde_json::{Value, json};

use super::test_server::TestServer;

fn ids(items: &[Value]) -> Vec<&str> {
    items.iter().map(|item| item["id"].as_str().unwrap()).collect()
}

#[tokio::test]
async fn pages_of_any_size_make_the_same_list_and_filters_narrow_it() {
    let server = TestServer::demo().await;
    let whole = server.list("/api/v1/claims?mission=MSS", 500).await;
    assert!(whole.len() > 100);
    for limit in [7, whole.len() / 2] {
        assert_eq!(server.list("/api/v1/claims?mission=MSS", limit).await, whole, "{limit} a page");
    }
    let days: Vec<_> = whole.iter().map(|claim| claim["published"]["day"].as_str().unwrap()).collect();
    assert!(days.is_sorted_by(|one, next| one >= next), "the newest come first");
    let check = async |filter: &str, fits: &dyn Fn(&Value) -> bool| {
        let narrow = server.list(&format!("/api/v1/claims?mission=MSS&{filter}"), 100).await;
        let want: Vec<_> = whole.iter().filter(|claim| fits(claim)).cloned().collect();
        assert!(!want.is_empty() && want.len() < whole.len(), "{filter} tells nothing");
        assert_eq!(ids(&narrow), ids(&want), "{filter}");
    };
    let party_of = |claim: &Value| claim["whose"]["code"].as_str().unwrap_or_default().to_owned();
    let resource = |claim: &Value| claim["resource"].as_str().unwrap_or_default().to_owned();
    check("party=KEN&kind=movement", &|claim| {
        claim["kind"] == "movement" && party_of(claim).split('+').any(|code| code == "KEN")
    })
    .await;
    check("kind=count", &|claim| claim["kind"] == "count").await;
    check("modality=pledged", &|claim| claim["modality"] == "pledged").await;
    check("resource=people/police", &|claim| resource(claim) == "people/police").await;
    check("resource=people", &|claim| resource(claim).starts_with("people")).await;
    check("stage=deployed&kind=count", &|claim| {
        claim["kind"] == "count" && claim["stage_or_step"] == "deployed"
    })
    .await;
    let document = whole[0]["source"]["document"].as_str().unwrap();
    check(&format!("document={document}"), &|claim| claim["source"]["document"] == document).await;
    check("q=POLICE", &|claim| {
        let has = |text: &Value| text.as_str().unwrap_or_default().to_lowercase().contains("police");
        has(&claim["words"]) || has(&claim["source"]["quote"])
    })
    .await;
    assert_eq!(server.list("/api/v1/claims?mission=XXX", 10).await, [] as [Value; 0]);
    for bad in
        ["stage=there", "party=XYZ", "document=3fa9", "limit=501", "cursor=eA", "sort=up", "standing=ok"]
    {
        let answered = server.get(&format!("/api/v1/claims?{bad}"), &[]).await;
        assert_eq!(answered.json()["code"], "bad_query", "{bad}");
    }
}

#[tokio::test]
async fn a_table_leads_on_by_its_link() {
    let server = TestServer::demo().await;
    let first = server.get("/api/v1/claims?limit=3&format=csv", &[]).await;
    assert_eq!(first.text().lines().next().unwrap().split(',').next(), Some("id"));
    let link = first.header("link");
    let cursor =
        link.strip_prefix("<?limit=3&format=csv&cursor=").unwrap().strip_suffix(">; rel=\"next\"").unwrap();
    let next = server.get(&format!("/api/v1/claims?limit=3&format=csv&cursor={cursor}"), &[]).await;
    let json = server.get("/api/v1/claims?limit=6", &[]).await.json();
    let rows = |text: &str| {
        let mut table = csv::Reader::from_reader(text.as_bytes());
        table.records().map(|row| row.unwrap()[0].to_owned()).collect::<Vec<_>>()
    };
    assert_eq!([rows(first.text()), rows(next.text())].concat(), ids(json["items"].as_array().unwrap()));
}

/// A claim by hand that can be entered.
fn by_hand() -> Value {
    json!({
        "mission": "MSS", "modality": "reported", "speaker": "the ministry's liaison",
        "statement": {"kind": "count", "whose": "KEN", "resource": "people/police", "stage": "training",
            "quantity": "nearly 300", "as_of": "2025-10-31"},
    })
}

#[tokio::test]
async fn a_claim_by_hand_is_entered_and_counts() {
    let server = TestServer::demo().await;
    let analyst = server.as_role("analyst");
    let entered = analyst.post("/api/v1/claims", &by_hand()).await;
    assert_eq!(entered.status, 201, "{}", entered.text());
    let claim = &entered.json()["claim"];
    assert_eq!(
        claim["words"],
        "Kenya has nearly 300 police in training, as of 2025-10-31, says the ministry's liaison"
    );
    assert_eq!(claim["source"], json!({"kind": "by_hand", "by": "A. Clerk"}));
    assert_eq!((&claim["grade"], &claim["marking"]), (&json!("C3"), &json!("public")));
    assert_eq!(claim["published"], json!({"day": "2025-11-03", "basis": "given"}));
    let again = analyst.post("/api/v1/claims", &by_hand()).await;
    assert_eq!((again.status.as_u16(), &again.json()["outcome"]), (200, &json!("seen_before")));
    let fresh = [("cache-control", "no-cache")];
    let rows = server.get("/api/v1/missions/MSS/rows", &fresh).await.json();
    let behind = |row: &&Value| row["claims"].as_array().unwrap().contains(&claim["id"]);
    assert!(rows["rows"].as_array().unwrap().iter().any(|row| behind(&row)), "it is in the picture");
}

#[tokio::test]
async fn a_correction_keeps_the_quote_and_stands_in_the_others_place() {
    let server = TestServer::demo().await;
    let analyst = server.as_role("analyst");
    let listed = server.list("/api/v1/claims?mission=MSS&kind=count&stage=deployed", 500).await;
    let old = listed.iter().find(|claim| claim["source"]["kind"] == "document").unwrap();
    let id = old["id"].as_str().unwrap();
    let page = server.get(&format!("/api/v1/claims/{id}"), &[]).await.json();
    assert_eq!(page["claim"], *old);
    let mut statement = page["statement"].clone();
    let unchanged = json!({"replaces": id, "why": "as it was", "statement": statement});
    assert_eq!(analyst.post("/api/v1/claims", &unchanged).await.json()["pointer"], "/statement");
    statement["quantity"] = json!({"hedge": "about", "n": 123});
    let body = json!({"replaces": id, "why": "misread", "statement": statement, "speaker": null});
    let entered = analyst.post("/api/v1/claims", &body).await;
    assert_eq!(entered.status, 201, "{}", entered.text());
    let new = entered.json()["claim"].clone();
    assert_eq!((&new["source"], &new["grade"]), (&old["source"], &old["grade"]));
    assert_eq!(
        (&new["standing"], &new["rule"], &new["speaker"]),
        (&json!("accepted"), &json!("correction"), &Value::Null)
    );
    let page = server.get(&format!("/api/v1/claims/{id}"), &[]).await.json();
    assert_eq!((&page["claim"]["standing"], &page["claim"]["replaced_by"]), (&json!("replaced"), &new["id"]));
    assert_eq!(page["replaced_by"], new);
    assert_eq!(
        (&page["decisions"][0]["why"], &page["decisions"][0]["ruling"]),
        (&json!("misread"), &json!("replace"))
    );
    let new_page = server.get(&format!("/api/v1/claims/{}", new["id"].as_str().unwrap()), &[]).await.json();
    assert_eq!(new_page["replaces"][0]["id"], id);
    let undone = json!({"claim": id, "ruling": "accept", "why": "it was right after all"});
    assert_eq!(analyst.post("/api/v1/decisions", &undone).await.json()["standing"], "accepted");
    let page = server.get(&format!("/api/v1/claims/{id}"), &[]).await.json();
    assert_eq!((&page["replaced_by"], page["decisions"].as_array().unwrap().len()), (&Value::Null, 2));
}

#[tokio::test]
async fn a_ruling_on_one_event_opens_from_both_sides() {
    let server = TestServer::demo().await;
    let analyst = server.as_role("analyst");
    let listed = server.list("/api/v1/claims?mission=MSS&kind=movement", 500).await;
    let (one, other) = (listed[0]["id"].as_str().unwrap(), listed[1]["id"].as_str().unwrap());
    let rule = async |ruling: &str| {
        let body = json!({"claim": one, "ruling": ruling, "other": other, "why": "the same flight"});
        assert_eq!(analyst.post("/api/v1/decisions", &body).await.status, 201);
    };
    let sides = async |field: &str| {
        let mut sides = BTreeSet::new();
        for id in [one, other] {
            let page = server.get(&format!("/api/v1/claims/{id}"), &[]).await.json();
            sides.extend(
                page[field].as_array().unwrap().iter().map(|card| card["id"].as_str().unwrap().to_owned()),
            );
        }
        sides
    };
    let both = BTreeSet::from([one.to_owned(), other.to_owned()]);
    rule("same_as").await;
    assert_eq!((sides("same_as").await, sides("not_same").await), (both, BTreeSet::new()));
}

#[tokio::test]
async fn a_liaison_claims_for_its_party_and_decides_on_nothing_else() {
    let server = TestServer::demo().await;
    let liaison = server.as_role("liaison:KEN");
    let entered = liaison.post("/api/v1/claims", &by_hand()).await;
    assert_eq!(entered.status, 201, "{}", entered.text());
    let mine = entered.json()["claim"].clone();
    assert_eq!(mine["marking"], "party:KEN");
    let id = mine["id"].as_str().unwrap();
    let correction = json!({"replaces": id, "why": "more", "statement": by_hand()["statement"].as_object().map(|it| {
        let mut it = it.clone();
        it["quantity"] = json!("301");
        it
    })});
    let corrected = liaison.post("/api/v1/claims", &correction).await;
    assert_eq!(corrected.status, 201, "{}", corrected.text());
    let head = server.head().await;
    let open =
        server.list("/api/v1/claims?mission=MSS&kind=count", 1).await[0]["id"].as_str().unwrap().to_owned();
    let of_others = json!({"replaces": open, "why": "no", "statement": by_hand()["statement"]});
    assert_eq!(liaison.post("/api/v1/claims", &of_others).await.json()["code"], "not_allowed");
    let mut public = by_hand();
    public["marking"] = json!("public");
    assert_eq!(liaison.post("/api/v1/claims", &public).await.json()["code"], "not_allowed");
    for other in [server.clone(), server.as_role("liaison:BHS")] {
        assert_eq!(other.get(&format!("/api/v1/claims/{id}"), &[]).await.json()["code"], "unknown_claim");
        let listed = other.list("/api/v1/claims?q=the+ministry's+liaison", 100).await;
        assert_eq!(listed, [] as [Value; 0]);
        let ruled = json!({"claim": id, "ruling": "reject", "why": "x"});
        assert!([401, 404].contains(&other.post("/api/v1/decisions", &ruled).await.status.as_u16()));
    }
    assert_eq!(server.head().await, head);
}

#[tokio::test]
async fn what_cannot_be_meant_is_named_by_its_place_and_changes_nothing() {
    let server = TestServer::demo().await.as_role("analyst");
    let quoting = server.list("/api/v1/claims?mission=MSS&kind=count", 500).await;
    let quoting = quoting.iter().find(|claim| claim["source"]["kind"] == "document").unwrap();
    let id = quoting["id"].as_str().unwrap();
    let head = server.head().await;
    let check = async |change: &dyn Fn(&mut Value), want: (u16, &str, &str)| {
        let mut body = by_hand();
        change(&mut body);
        let answered = server.post("/api/v1/claims", &body).await;
        let problem = answered.json();
        let pointer = problem["pointer"].as_str().unwrap_or_default();
        let got = (answered.status.as_u16(), problem["code"].as_str().unwrap_or_default(), pointer);
        assert_eq!(got, want, "{body}: {problem}");
    };
    let statement = |given: Value| {
        move |body: &mut Value| {
            for (field, value) in given.as_object().unwrap() {
                body["statement"][field] = value.clone();
            }
        }
    };
    let bad = |at: &'static str| (422, "bad_body", at);
    for missing in ["mission", "modality", "speaker", "statement"] {
        let at = format!("/{missing}");
        let without = |body: &mut Value| drop(body.as_object_mut().unwrap().remove(missing));
        check(&without, (422, "bad_body", &at)).await;
    }
    for missing in ["kind", "whose", "resource", "stage", "quantity", "as_of"] {
        let at = format!("/statement/{missing}");
        let without = |body: &mut Value| drop(body["statement"].as_object_mut().unwrap().remove(missing));
        check(&without, (422, "bad_body", &at)).await;
    }
    check(&|body| body["statement"] = json!([1]), bad("/statement/kind")).await;
    check(&statement(json!({"kind": "guess"})), bad("/statement/kind")).await;
    check(&statement(json!({"whose": "KEN+XYZ"})), bad("/statement/whose")).await;
    check(&statement(json!({"whose": "Kenya"})), bad("/statement/whose")).await;
    check(&statement(json!({"resource": "police"})), bad("/statement/resource")).await;
    check(&statement(json!({"resource": "money/USD"})), bad("/statement/stage")).await;
    check(&statement(json!({"stage": "paid"})), bad("/statement/stage")).await;
    check(&statement(json!({"stage": "on the way"})), bad("/statement/stage")).await;
    check(&statement(json!({"quantity": "many"})), bad("/statement/quantity")).await;
    check(
        &statement(json!({"quantity": {"hedge": "between", "n": 5, "m": 4}})),
        bad("/statement/quantity/m"),
    )
    .await;
    check(&statement(json!({"as_of": "yesterday"})), bad("/statement/as_of")).await;
    check(&statement(json!({"as_of": "2025-02-30"})), bad("/statement/as_of")).await;
    check(&statement(json!({"place": "\u{0}"})), bad("/statement/place")).await;
    check(&statement(json!({"units": ["", "x"]})), bad("/statement/units/0")).await;
    check(&statement(json!({"step": "deploy"})), bad("/statement/step")).await;
    check(&|body| body["mission"] = json!("the mission"), bad("/mission")).await;
    check(&|body| body["speaker"] = json!(null), bad("/speaker")).await;
    check(&|body| body["speaker"] = json!("x".repeat(10_000)), bad("/speaker")).await;
    check(&|body| body["modality"] = json!("sure"), bad("/modality")).await;
    check(&|body| body["grade"] = json!("Z1"), bad("/grade")).await;
    check(&|body| body["published"] = json!("2025-13-01"), bad("/published")).await;
    check(&|body| body["marking"] = json!("secret"), bad("/marking")).await;
    check(&|body| body["why"] = json!("because"), bad("/why")).await;
    check(&|body| body["by"] = json!("somebody else"), bad("/by")).await;
    check(&|body| body["replaces"] = json!(id), bad("/why")).await;
    check(&|body| body["replaces"] = json!(id[..8]), bad("/replaces")).await;
    check(&|body| body["replaces"] = json!("0".repeat(64)), (404, "unknown_claim", "/replaces")).await;
    let replacing = |more: Value| {
        move |body: &mut Value| {
            body["replaces"] = json!(id);
            body["why"] = json!("x");
            for (field, value) in more.as_object().unwrap() {
                body[field] = value.clone();
            }
        }
    };
    check(&replacing(json!({"published": "2025-01-01"})), bad("/published")).await;
    assert_eq!(server.head().await, head);
}
