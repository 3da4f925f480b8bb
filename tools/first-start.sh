#!/usr/bin/env bash
# A newcomer's first start, as an ordinary user with an empty home: the demonstration answers, a second start keeps what
# was written, a killed application loses nothing, stopping is clean. Run as root; needs curl.
set -euo pipefail
project=$(cd "$(dirname "$0")/.." && pwd)
port=${PORT:-18080}
who=maillage-newcomer
home=$(mktemp -d /tmp/maillage-newcomer.XXXXXX)
trap 'pkill -KILL -u "$who" 2>/dev/null || true; sleep 1; userdel "$who" 2>/dev/null || true; rm -rf "$home"' EXIT

id "$who" >/dev/null 2>&1 || useradd --no-create-home --home-dir "$home" --shell /bin/bash "$who"
git clone -q "$project" "$home/maillage"
chown -R "$who" "$home"
as() { runuser -u "$who" -- env -i HOME="$home" PATH=/usr/local/bin:/usr/bin:/bin LANG=C.UTF-8 bash -c "cd '$home/maillage' && $1"; }

start() {
  as "exec mvn -B -ntp -pl app spring-boot:run -Dspring-boot.run.arguments=--server.port=$port" > "$home/out.log" 2>&1 &
  for _ in $(seq 1 600); do
    if curl -fs "http://localhost:$port/connexion" -o "$home/page.html"; then return; fi
    grep -q "BUILD FAILURE" "$home/out.log" && break
    sleep 1
  done
  echo "Le premier démarrage a échoué :"; tail -40 "$home/out.log"; exit 1
}
application() { pgrep -u "$who" -f 'fr\.maillage\.App' | tail -1; }
gone() { for _ in $(seq 1 60); do [ -z "$(application)" ] && return; sleep 1; done; echo "l’application ne s’arrête pas"; exit 1; }
people() { grep -c 'class="person"' "$home/page.html"; }
token() { grep -o 'name="_csrf" content="[^"]*"' "$home/page.html" | head -1 | sed 's/.*content="//; s/"$//'; }
login() {
  rm -f "$home/cookies"
  curl -fs -c "$home/cookies" "http://localhost:$port/connexion" -o "$home/page.html"
  local name; name=$(grep -o 'name="identifiant" value="[^"]*"' "$home/page.html" | head -1 | sed 's/.*value="//; s/"$//')
  curl -fsL -b "$home/cookies" -c "$home/cookies" --data-urlencode "_csrf=$(token)" --data-urlencode "identifiant=$name" --data-urlencode "motdepasse=maillage" "http://localhost:$port/connexion" -o "$home/page.html"
}
note() { # a draft is the smallest thing a person can write
  login
  curl -fs -b "$home/cookies" --data-urlencode "_csrf=$(token)" --data-urlencode "_key=$1" --data-urlencode "texte=$1" "http://localhost:$port/brouillons" >/dev/null
}
kept() { login; curl -fs -b "$home/cookies" "http://localhost:$port/brouillons?form=$1" | grep -q "$1"; }

begun=$(date +%s)
start
echo "Premier démarrage (dépôt Maven vide, données de démonstration) : $(( $(date +%s) - begun )) s ; $(people) personnes peuvent entrer"
[ "$(people)" -ge 8 ] || { echo "trop peu de personnes de démonstration"; exit 1; }
note premier
kill -TERM "$(application)"; gone
served() { pgrep -u "$who" -x -r R,S,D postgres >/dev/null; } # a dead process not yet reaped is not a server
for _ in $(seq 1 20); do served || break; sleep 1; done
if served; then echo "PostgreSQL est resté derrière"; exit 1; fi

begun=$(date +%s)
start
echo "Deuxième démarrage : $(( $(date +%s) - begun )) s"
kept premier || { echo "le deuxième démarrage a perdu ce qui était écrit"; exit 1; }
note second
kill -KILL "$(application)"; gone; sleep 2

start
kept second || { echo "kill -9 a perdu ce qui était écrit"; exit 1; }
kill -TERM "$(application)"; gone
echo "Arrêt, redémarrage et kill -9 : rien de perdu"
echo "4 passed, 0 failed"
