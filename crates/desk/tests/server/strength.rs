//! Strength through time.

use std::collections::BTreeSet;

use super::test_server::TestServer;

const STRENGTH: &str = "/api/v1/missions/MSS/strength?as_of=2025-02-28&known_on=2025-10-02";

#[tokio::test]
async fn a_series_tells_its_days_and_its_claims_as_points() {
    let server = TestServer::demo().await;
    let guatemala = server.get(&format!("{STRENGTH}&party=GTM"), &[]).await.json();
    insta::assert_snapshot!("strength", serde_json::to_string_pretty(&guatemala).unwrap());
}

#[tokio::test]
async fn a_series_is_the_same_in_a_table() {
    let server = TestServer::demo().await;
    for asked in
        ["", "&party=KEN&party=JAM", "&stage=promised-in-all&party=BEN", "&resource=money/USD&stage=paid"]
    {
        let json = server.get(&format!("{STRENGTH}{asked}"), &[]).await.json();
        let table = server.get(&format!("{STRENGTH}{asked}&format=csv"), &[]).await;
        let list = |json: &serde_json::Value, name: &str| json[name].as_array().unwrap().clone();
        let mut want = BTreeSet::new();
        let number = |value: &serde_json::Value| value.as_u64().map(|n| n.to_string()).unwrap_or_default();
        for series in list(&json, "series") {
            let whose = series["whose"]["code"].as_str().unwrap();
            for it in list(&series, "days") {
                let [low, best, high] = ["low", "best", "high"].map(|end| number(&it["stood"][end]));
                want.insert(format!("{whose},{},stood,{low},{best},{high}", it["day"].as_str().unwrap()));
            }
            for it in list(&series, "points") {
                let [low, best, high] = ["low", "best", "high"].map(|end| number(&it[end]));
                let [day, tells] = ["day", "tells"].map(|name| it[name].as_str().unwrap());
                want.insert(format!("{whose},{day},{tells},{low},{best},{high}"));
            }
        }
        let mut read = csv::Reader::from_reader(&*table.body);
        let got: BTreeSet<String> = read
            .records()
            .map(|row| row.unwrap())
            .map(|row| [1, 4, 5, 6, 7, 8].map(|cell| row[cell].to_owned()).join(","))
            .collect();
        assert_eq!(got, want, "{asked}");
        assert!(!got.is_empty(), "{asked}");
    }
}

#[tokio::test]
async fn an_ordinary_first_view_is_one_series_and_slips_are_told() {
    let server = TestServer::demo().await;
    let json = server.get(STRENGTH, &[]).await.json();
    let whose: Vec<_> =
        json["series"].as_array().unwrap().iter().map(|it| it["whose"]["code"].as_str().unwrap()).collect();
    assert_eq!(
        (whose, &json["stage"], &json["resource"]),
        (vec!["sum"], &"deployed".into(), &"people".into())
    );
    let nobody = server.get(&format!("{STRENGTH}&party=FJI"), &[]).await.json();
    assert_eq!(nobody["series"], serde_json::json!([]));
    for slip in ["&resource=money/EURO", "&colour=red", "&format=xml", "&as_of=2025-02-30"] {
        let problem = server.get(&format!("{STRENGTH}{slip}"), &[]).await.json();
        assert_eq!(problem["code"], "bad_query", "{slip}: {problem}");
    }
}
